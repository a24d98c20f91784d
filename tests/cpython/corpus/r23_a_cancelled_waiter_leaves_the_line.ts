// A waiter cancelled while it waits takes no permit.
import { createTask, Semaphore, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* waiter(name: string, semaphore: Semaphore) {
  yield* semaphore.acquire();
  log(name);
}

export function* main() {
  const semaphore = new Semaphore(0);
  const first = createTask(waiter("first", semaphore));
  yield* sleep(0);
  first.cancel();
  yield* sleep(0);
  semaphore.release();
  log(semaphore.locked());
  yield* waiter("second", semaphore);
}
