// A task that returns while a cancellation is pending ends cancelled.
import { CancelledError, createTask, currentTask } from "../../../mod.ts";
import { log } from "./words.ts";

function* child() {
  currentTask()!.cancel("pending");
  return "lost";
}

export function* main() {
  const task = createTask(child());
  try {
    log(yield* task);
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    log(error);
  }
}
