// A predicate is looked at each time the waiter is woken.
import { Condition, createTask, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* waiter(condition: Condition, items: string[]) {
  function enough() {
    log("looks", items);
    return items.length === 2;
  }

  using _ = yield* condition.acquire();
  log(yield* condition.waitFor(enough));
}

export function* main() {
  const condition = new Condition();
  const items: string[] = [];
  const task = createTask(waiter(condition, items));
  for (const item of "xy") {
    yield* sleep(10);
    using _ = yield* condition.acquire();
    items.push(item);
    condition.notifyAll();
  }
  yield* task;
}
