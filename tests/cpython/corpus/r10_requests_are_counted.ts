// Each request to cancel counts, and uncancel takes one back.
import {
  CancelledError,
  createTask,
  currentTask,
  sleep,
} from "../../../mod.ts";
import { log } from "./words.ts";

function* child() {
  const task = currentTask()!;
  try {
    yield* sleep(1000);
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    log(task.cancelling(), task.uncancel(), task.uncancel(), task.uncancel());
  }
}

export function* main() {
  const task = createTask(child());
  yield* sleep(0);
  task.cancel();
  task.cancel();
  log(task.cancelling());
  yield* task;
}
