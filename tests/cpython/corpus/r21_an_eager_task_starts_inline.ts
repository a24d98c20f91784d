// An eager task runs up to its first wait before create_task returns.
import { createTask, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* child() {
  log("child");
  yield* sleep(0);
  log("child again");
}

export function* main() {
  const task = createTask(child(), { eagerStart: true });
  log("made", task.done());
  yield* task;
}
