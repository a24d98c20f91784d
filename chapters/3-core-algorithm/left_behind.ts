import { createTask, isCancelled, run, sleep } from "../../mod.ts";

// #region main
function* backup() {
  try {
    yield* sleep(1000);
    console.log("backup: complete");
  } catch (error) {
    if (isCancelled(error)) console.log("backup: cancelled");
    throw error;
  }
}

export function* main() {
  createTask(backup());
  yield* sleep(10);
  console.log("main: that is all I wanted");
}
// #endregion

if (import.meta.main) await run(main);
