// Each release wakes one, in the order they came.
import { createTask, Semaphore, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* waiter(name: string, semaphore: Semaphore) {
  yield* semaphore.acquire();
  log(name);
}

export function* main() {
  const semaphore = new Semaphore(0);
  for (const name of "abc") {
    createTask(waiter(name, semaphore));
  }
  yield* sleep(0);
  semaphore.release();
  semaphore.release();
  yield* sleep(10);
  log("one is left");
  semaphore.release();
  yield* sleep(0);
}
