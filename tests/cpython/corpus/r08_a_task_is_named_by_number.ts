// Tasks without a name are numbered, those with a name are not counted.
import { createTask, currentTask } from "../../../mod.ts";
import { log } from "./words.ts";

function* child() {
  log(currentTask()!);
}

export function* main() {
  createTask(child(), { name: "named" });
  yield* createTask(child());
  const task = createTask(child());
  task.setName("renamed");
  yield* task;
}
