// A callback that schedules another hands on what it set.
import { ContextVar, getRunningLoop, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const variable = new ContextVar<unknown>("variable", { defaultValue: 0 });
  const loop = getRunningLoop();

  function count(left: number) {
    variable.set(left);
    log(variable.get());
    if (left > 0) {
      loop.callSoon(() => {
        log("then", variable.get());
        count(left - 1);
      });
    }
  }

  count(0);
  loop.callSoon(count, 2);
  yield* sleep(0);
  yield* sleep(0);
  yield* sleep(0);
  log("main", variable.get());
}
