// deno-lint-ignore-file loopbook/yield-star -- it is the subject
import { run, sleep } from "../../mod.ts";

// #region without-star
export function* main() {
  yield sleep(1000); // the star is missing
  console.log("Hello, world!");
}

// @ts-expect-error: a coroutine must not yield a coroutine
if (import.meta.main) await run(main);
// #endregion
