// One notification wakes one, in the order they came.
import { Condition, createTask, gather, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* waiter(name: string, condition: Condition) {
  using _ = yield* condition.acquire();
  yield* condition.wait();
  log(name);
}

export function* main() {
  const condition = new Condition();
  const tasks = [..."abc"].map((name) => createTask(waiter(name, condition)));
  yield* sleep(0);
  {
    using _ = yield* condition.acquire();
    condition.notify();
  }
  yield* sleep(10);
  log("two are left");
  {
    using _ = yield* condition.acquire();
    condition.notify(2);
  }
  yield* gather(tasks);
}
