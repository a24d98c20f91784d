// With one request left the cancellation is delivered.
import { createTask, wait } from "../../../mod.ts";
import { log } from "./words.ts";

function* child() {
  log("never");
}

export function* main() {
  const task = createTask(child());
  task.cancel();
  task.cancel();
  log(task.uncancel());
  yield* wait([task]);
  log(task.cancelled(), task.cancelling());
}
