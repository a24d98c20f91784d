// deno-lint-ignore-file loopbook/no-floating-coroutines -- it is the subject
import { run, sleep } from "../../mod.ts";

// #region forgotten
export function* main() {
  sleep(1000); // the yield* is missing
  console.log("Hello, world!");
}
// #endregion

if (import.meta.main) await run(main);
