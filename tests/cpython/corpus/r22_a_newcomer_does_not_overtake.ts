// Between a release and the wake-up of the first in line nobody gets the lock.
import { createTask, Lock, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* waiter(lock: Lock) {
  using _ = yield* lock.acquire();
  log("waiter");
}

export function* main() {
  const lock = new Lock();
  yield* lock.acquire();
  createTask(waiter(lock));
  yield* sleep(0);
  lock.release();
  log("unlocked for now", lock.locked());
  using _ = yield* lock.acquire();
  log("main again");
}
