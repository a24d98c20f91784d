// A cancellation that was not thrown yet is withdrawn by uncancel.
import { createTask, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* child() {
  log("runs");
  yield* sleep(0);
  return "finished";
}

export function* main() {
  const task = createTask(child());
  task.cancel();
  log(task.uncancel());
  log(yield* task);
}
