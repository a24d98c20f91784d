// Inside an eager start the current task is the new one, then the old one again.
import { createTask, currentTask, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* child() {
  log(currentTask()!);
  yield* sleep(0);
}

export function* main() {
  log(currentTask()!);
  const task = createTask(child(), { name: "eager", eagerStart: true });
  log(currentTask()!);
  yield* task;
}
