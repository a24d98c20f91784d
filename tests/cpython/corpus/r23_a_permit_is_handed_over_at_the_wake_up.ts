// A permit released while someone waits cannot be taken by a newcomer.
import { createTask, Semaphore, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* waiter(semaphore: Semaphore) {
  using _ = yield* semaphore.acquire();
  log("waiter");
}

export function* main() {
  const semaphore = new Semaphore(1);
  yield* semaphore.acquire();
  createTask(waiter(semaphore));
  yield* sleep(0);
  semaphore.release();
  log("taken already", semaphore.locked());
  using _ = yield* semaphore.acquire();
  log("main again");
}
