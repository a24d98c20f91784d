// An eager task that cancels itself and returns ends cancelled.
import { createTask, currentTask, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* child() {
  currentTask()!.cancel();
  return "lost";
}

export function* main() {
  const task = createTask(child(), { eagerStart: true });
  log(task.done(), task.cancelled());
  yield* sleep(0);
  log(task.cancelled());
}
