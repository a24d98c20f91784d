// waitFor waits until the cancelled one has cleaned up.
import { createTask, sleep, TimeoutError, waitFor } from "../../../mod.ts";
import { log } from "./words.ts";

function* slow() {
  try {
    yield* sleep(1000);
  } finally {
    yield* sleep(50);
    log("clean");
  }
}

export function* main() {
  const task = createTask(slow());
  try {
    yield* waitFor(task, 10);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    log(error, task.cancelled());
  }
}
