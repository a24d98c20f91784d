import { run, sleep } from "../../mod.ts";

// #region calling
function* hello() {
  console.log("begun");
  yield* sleep(50);
  console.log("Hello, world!");
}

export function* main() {
  const coroutine = hello();
  console.log("called");
  yield* coroutine;
}
// #endregion

if (import.meta.main) await run(main);
