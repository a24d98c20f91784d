// A task that raises while a cancellation is pending has failed.
import { createTask, currentTask } from "../../../mod.ts";
import { Boom, log } from "./words.ts";

function* child() {
  currentTask()!.cancel("pending");
  throw new Boom("first");
}

export function* main() {
  const task = createTask(child());
  try {
    yield* task;
  } catch (error) {
    if (!(error instanceof Boom)) throw error;
    log(error, task.cancelling());
  }
}
