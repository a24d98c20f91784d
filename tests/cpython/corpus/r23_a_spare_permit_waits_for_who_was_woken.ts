// With a permit to spare a newcomer still waits behind the one that was woken.
import { createTask, Semaphore, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* waiter(semaphore: Semaphore) {
  yield* semaphore.acquire();
  log("waiter", semaphore.locked());
}

export function* main() {
  const semaphore = new Semaphore(0);
  createTask(waiter(semaphore));
  yield* sleep(0);
  semaphore.release();
  semaphore.release();
  log("one to spare", semaphore.locked());
  yield* semaphore.acquire();
  log("main");
}
