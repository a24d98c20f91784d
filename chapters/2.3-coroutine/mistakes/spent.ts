// deno-lint-ignore-file loopbook/no-reused-coroutines -- it is the subject
import { run, sleep } from "../../../mod.ts";

// #region mistake
function* load() {
  yield* sleep(20);
  return "my life's work";
}

export function* main() {
  const coroutine = load();
  console.log("first time:", yield* coroutine);
  console.log("second time:", yield* coroutine);
}
// #endregion

if (import.meta.main) await run(main);
