// An error in a task stays in the task and is not given to the handler.
import { createTask, sleep } from "../../../mod.ts";
import { Boom, log } from "./words.ts";

function* child() {
  log("child");
  throw new Boom("in a task");
}

export function* main() {
  const task = createTask(child());
  yield* sleep(0);
  log(task.done(), task.exception());
}
