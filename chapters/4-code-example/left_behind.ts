import { createTask, run, sleep } from "../../mod.ts";

// #region left-behind
function* hello() {
  try {
    yield* sleep(1000);
    console.log("Hello, world!");
  } finally {
    console.log("hello is over");
  }
}

export function* main() {
  createTask(hello(), { name: "hello" });
  yield* sleep(400);
  console.log("main returns");
}
// #endregion

if (import.meta.main) await run(main);
