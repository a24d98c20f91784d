// A second cancellation does not make a wait leave without its lock.
import {
  CancelledError,
  Condition,
  createTask,
  sleep,
  wait,
} from "../../../mod.ts";
import { log } from "./words.ts";

function* waiter(condition: Condition) {
  using _ = yield* condition.acquire();
  try {
    yield* condition.wait();
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    log(error, condition.locked());
    throw error;
  }
}

export function* main() {
  const condition = new Condition();
  const task = createTask(waiter(condition));
  yield* sleep(0);
  {
    using _ = yield* condition.acquire();
    task.cancel("first");
    yield* sleep(10);
    task.cancel("second");
    yield* sleep(10);
  }
  yield* wait([task]);
}
