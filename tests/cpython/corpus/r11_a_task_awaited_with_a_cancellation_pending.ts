// Awaiting a new task with a cancellation pending cancels that task too.
import { CancelledError, createTask, currentTask } from "../../../mod.ts";
import { log } from "./words.ts";

function* child() {
  log("never");
}

export function* main() {
  const task = createTask(child());
  currentTask()!.cancel();
  try {
    yield* task;
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    log(task.cancelled());
  }
}
