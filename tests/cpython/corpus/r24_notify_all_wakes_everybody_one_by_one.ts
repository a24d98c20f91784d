// Those who are woken together take the lock one after another.
import { Condition, createTask, gather, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* waiter(name: string, condition: Condition) {
  using _ = yield* condition.acquire();
  yield* condition.wait();
  log(name);
  yield* sleep(10);
}

export function* main() {
  const condition = new Condition();
  const tasks = [..."abc"].map((name) => createTask(waiter(name, condition)));
  yield* sleep(0);
  {
    using _ = yield* condition.acquire();
    condition.notifyAll();
  }
  yield* gather(tasks);
}
