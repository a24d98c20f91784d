// deno-lint-ignore-file loopbook/yield-star -- it is the subject
import { createTask, run, sleep } from "../../../mod.ts";

// #region mistake
function* hasty() {
  yield sleep(20);
  console.log("slept");
}

export function* main() {
  // @ts-expect-error: hasty yields something that is not a suspension
  yield* createTask(hasty());
}
// #endregion

if (import.meta.main) await run(main);
