// A task that yielded is cancelled at its next step.
import { CancelledError, createTask, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* child() {
  try {
    yield* sleep(0);
    log("never");
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    log("cancelled");
    throw error;
  }
}

export function* main() {
  const task = createTask(child());
  yield* sleep(0);
  task.cancel();
  yield* sleep(0);
  log(task.cancelled());
}
