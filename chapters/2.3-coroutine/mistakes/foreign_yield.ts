// deno-lint-ignore-file loopbook/yield-star -- it is the subject
import { createTask, run } from "../../../mod.ts";

// #region mistake
function* impatient() {
  const reply: string = yield Promise.resolve("hello");
  console.log(reply);
}

export function* main() {
  // @ts-expect-error: impatient yields a promise
  yield* createTask(impatient());
}
// #endregion

if (import.meta.main) await run(main);
