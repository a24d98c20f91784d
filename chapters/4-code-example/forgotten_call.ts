import { gather, run, sleep } from "../../mod.ts";

// #region forgotten-call
function* hello() {
  yield* sleep(1000);
  console.log("Hello, world!");
}

export function* main() {
  // @ts-expect-error: hello is a function, and hello() would be a coroutine
  yield* gather([hello]);
}
// #endregion

if (import.meta.main) await run(main);
