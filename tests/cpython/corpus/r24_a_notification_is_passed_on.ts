// A waiter that is cancelled after its notification passes it on.
import { Condition, createTask, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* waiter(name: string, condition: Condition) {
  using _ = yield* condition.acquire();
  yield* condition.wait();
  log(name);
}

export function* main() {
  const condition = new Condition();
  const first = createTask(waiter("first", condition));
  const second = createTask(waiter("second", condition));
  yield* sleep(0);
  {
    using _ = yield* condition.acquire();
    condition.notify();
    first.cancel();
  }
  yield* second;
  log(first.cancelled());
}
