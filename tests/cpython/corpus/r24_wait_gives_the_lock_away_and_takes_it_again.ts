// Waiting releases the lock and holds it again afterwards.
import { Condition, createTask, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* waiter(condition: Condition) {
  using _ = yield* condition.acquire();
  log("waits");
  yield* condition.wait();
  log("woken", condition.locked());
}

export function* main() {
  const condition = new Condition();
  const task = createTask(waiter(condition));
  yield* sleep(0);
  log(condition.locked());
  {
    using _ = yield* condition.acquire();
    condition.notify();
    log("notified");
  }
  yield* task;
}
