import { gather, run, sleep } from "../../../mod.ts";

// #region mistake
function* work() {
  yield* sleep(20);
  return 42;
}

export function* main() {
  // @ts-expect-error: work is a function, not a coroutine
  yield* gather([work]);
}
// #endregion

if (import.meta.main) await run(main);
