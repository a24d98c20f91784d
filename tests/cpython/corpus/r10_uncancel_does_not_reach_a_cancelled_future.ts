// Where the future that the task waits for is cancelled already, the error comes.
import {
  CancelledError,
  createTask,
  currentTask,
  sleep,
} from "../../../mod.ts";
import { log } from "./words.ts";

function* child() {
  try {
    yield* sleep(1000);
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    log("comes all the same", currentTask()!.cancelling());
  }
}

export function* main() {
  const task = createTask(child());
  yield* sleep(0);
  task.cancel();
  log(task.uncancel());
  yield* task;
}
