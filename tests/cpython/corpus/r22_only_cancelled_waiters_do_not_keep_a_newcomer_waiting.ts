// A line of cancelled waiters does not keep a newcomer from a free lock.
import { createTask, Lock, sleep, wait } from "../../../mod.ts";
import { log } from "./words.ts";

function* waiter(lock: Lock) {
  yield* lock.acquire();
}

export function* main() {
  const lock = new Lock();
  yield* lock.acquire();
  const task = createTask(waiter(lock));
  yield* sleep(0);
  task.cancel();
  lock.release();
  yield* lock.acquire();
  log("no switch", task.done());
  yield* wait([task]);
}
