// The current task is the one whose step runs; a callback has none.
import { createTask, currentTask, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* child() {
  log(currentTask()!);
  yield* sleep(0);
  log(currentTask()!);
}

export function* main() {
  const task = createTask(child(), { name: "child" });
  log(currentTask()! === task);
  yield* task;
  log(currentTask()!);
}
