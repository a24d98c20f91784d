// A waiter that is cancelled after it was woken wakes the next.
import { createTask, Lock, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* waiter(name: string, lock: Lock) {
  using _ = yield* lock.acquire();
  log(name);
}

export function* main() {
  const lock = new Lock();
  yield* lock.acquire();
  const first = createTask(waiter("first", lock));
  const second = createTask(waiter("second", lock));
  yield* sleep(0);
  lock.release();
  first.cancel();
  yield* second;
  log(first.cancelled(), lock.locked());
}
