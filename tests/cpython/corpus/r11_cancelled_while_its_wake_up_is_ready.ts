// A sleeper cancelled in the pass of its wake-up is cancelled.
import { createTask, getRunningLoop, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* sleeper() {
  try {
    yield* sleep(10);
    log("never");
  } finally {
    log("leaving");
  }
}

export function* main() {
  const task = createTask(sleeper());
  getRunningLoop().callLater(10, () => task.cancel());
  yield* sleep(20);
  log(task.cancelled());
}
