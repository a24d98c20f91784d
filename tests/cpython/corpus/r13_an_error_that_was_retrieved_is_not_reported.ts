// Asking for the error of a task is retrieving it.
import { createTask, sleep } from "../../../mod.ts";
import { Boom, log } from "./words.ts";

function* child() {
  throw new Boom("seen");
}

export function* main() {
  const task = createTask(child());
  yield* sleep(0);
  log(task.exception());
  yield* sleep(10);
}
