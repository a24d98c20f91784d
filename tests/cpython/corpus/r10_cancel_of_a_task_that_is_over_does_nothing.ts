// A task that is over cannot be cancelled.
import { createTask } from "../../../mod.ts";
import { log } from "./words.ts";

function* child() {
  return "value";
}

export function* main() {
  const task = createTask(child());
  yield* task;
  log(task.cancel(), task.cancelled(), task.cancelling(), task.result());
}
