import { createTask, run, sleep } from "../../mod.ts";

// #region left-behind
function* heartbeat() {
  try {
    while (true) {
      yield* sleep(20);
      console.log("heartbeat");
    }
  } finally {
    console.log("heartbeat: ended");
  }
}

export function* main() {
  createTask(heartbeat(), { name: "heartbeat" });
  yield* sleep(50);
  console.log("main: done");
}
// #endregion

if (import.meta.main) await run(main);
