// Two conditions may stand on one lock.
import { Condition, createTask, Lock, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* waiter(name: string, condition: Condition) {
  using _ = yield* condition.acquire();
  yield* condition.wait();
  log(name);
}

export function* main() {
  const lock = new Lock();
  const full = new Condition(lock);
  const empty = new Condition(lock);
  createTask(waiter("full", full));
  const task = createTask(waiter("empty", empty));
  yield* sleep(0);
  {
    using _ = yield* lock.acquire();
    empty.notifyAll();
  }
  yield* task;
  log(lock.locked());
}
