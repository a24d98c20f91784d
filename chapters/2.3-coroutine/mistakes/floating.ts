// deno-lint-ignore-file loopbook/no-floating-coroutines -- it is the subject
import { run, sleep } from "../../../mod.ts";

// #region mistake
function* save(text: string) {
  yield* sleep(20);
  console.log(`saved: ${text}`);
}

export function* main() {
  save("my life's work");
  yield* sleep(1000);
  console.log("good night");
}
// #endregion

if (import.meta.main) await run(main);
