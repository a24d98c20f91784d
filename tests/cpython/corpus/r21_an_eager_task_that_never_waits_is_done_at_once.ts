// An eager task that never waits is done when it is made.
import { createTask, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* child() {
  return "value";
}

function* other() {
  log("other");
}

export function* main() {
  createTask(other());
  const task = createTask(child(), { eagerStart: true });
  log(task.done(), yield* task);
  yield* sleep(0);
}
