import { createTask, isCancelled, run, sleep } from "../../mod.ts";

// #region cancelled
function* hello() {
  try {
    yield* sleep(1000);
    console.log("Hello, world!");
  } finally {
    console.log("hello cleans up");
  }
}

export function* main() {
  const task = createTask(hello(), { name: "hello" });
  yield* sleep(400);
  task.cancel();
  try {
    yield* task;
  } catch (error) {
    if (!isCancelled(error)) throw error;
    console.log("Nobody was greeted");
  }
}
// #endregion

if (import.meta.main) await run(main);
