// An inner task that is cancelled when nobody waits any more is not reported.
import { createTask, shield, sleep, wait } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const inner = createTask(sleep(1000));
  const outer = shield(inner);
  yield* sleep(0);
  outer.cancel();
  yield* sleep(0);
  inner.cancel();
  yield* wait([inner]);
  log(outer.cancelled(), inner.cancelled());
}
