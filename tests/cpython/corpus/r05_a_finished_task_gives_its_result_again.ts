// A task that is over gives its result to everyone, at once.
import { createTask, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* child() {
  yield* sleep(10);
  return "value";
}

export function* main() {
  const task = createTask(child());
  yield* sleep(20);
  log(yield* task);
  log(yield* task, task.result());
}
