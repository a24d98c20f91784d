// A notification is not kept for those who come later.
import { Condition, createTask, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* waiter(condition: Condition) {
  using _ = yield* condition.acquire();
  yield* condition.wait();
  log("woken");
}

export function* main() {
  const condition = new Condition();
  {
    using _ = yield* condition.acquire();
    condition.notify(5);
  }
  const task = createTask(waiter(condition));
  yield* sleep(10);
  log(task.done());
  {
    using _ = yield* condition.acquire();
    condition.notify(5);
  }
  yield* task;
}
