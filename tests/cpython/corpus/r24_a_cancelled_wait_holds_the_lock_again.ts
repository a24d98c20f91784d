// A wait that is cancelled takes the lock again before it throws.
import { Condition, createTask, sleep, wait } from "../../../mod.ts";
import { log } from "./words.ts";

function* waiter(condition: Condition) {
  using _ = yield* condition.acquire();
  try {
    yield* condition.wait();
  } finally {
    log("holds the lock", condition.locked());
  }
}

export function* main() {
  const condition = new Condition();
  const task = createTask(waiter(condition));
  yield* sleep(0);
  {
    using _ = yield* condition.acquire();
    task.cancel();
    yield* sleep(10);
    log("main lets go", task.done());
  }
  yield* wait([task]);
}
