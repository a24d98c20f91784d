// deno-lint-ignore-file loopbook/no-reused-coroutines -- it is the subject
import { createTask, run, sleep } from "../../../mod.ts";

// #region mistake
function* work() {
  yield* sleep(20);
  return 42;
}

export function* main() {
  const coroutine = work();
  const first = createTask(coroutine);
  const second = createTask(coroutine);
  console.log((yield* first) + (yield* second));
}
// #endregion

if (import.meta.main) await run(main);
