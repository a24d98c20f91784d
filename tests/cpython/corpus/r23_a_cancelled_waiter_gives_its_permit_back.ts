// A waiter cancelled after its wake-up gives the permit to the next.
import { createTask, Semaphore, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* waiter(name: string, semaphore: Semaphore) {
  yield* semaphore.acquire();
  log(name);
}

export function* main() {
  const semaphore = new Semaphore(0);
  const first = createTask(waiter("first", semaphore));
  const second = createTask(waiter("second", semaphore));
  yield* sleep(0);
  semaphore.release();
  first.cancel();
  yield* second;
  log(first.cancelled(), semaphore.locked());
}
