// Asking a pending task for its result is an error of its own kind.
import { createTask, InvalidStateError, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* child() {
  yield* sleep(0);
  return "value";
}

export function* main() {
  const task = createTask(child());
  try {
    task.result();
  } catch (error) {
    if (!(error instanceof InvalidStateError)) throw error;
    log(error);
  }
  try {
    task.exception();
  } catch (error) {
    if (!(error instanceof InvalidStateError)) throw error;
    log(error);
  }
  log(yield* task, task.exception());
}
