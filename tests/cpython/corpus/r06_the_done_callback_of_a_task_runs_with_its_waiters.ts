// A task's done callbacks and those who wait for it take turns as they came.
import { createTask, sleep, type Task } from "../../../mod.ts";
import { log } from "./words.ts";

function* child() {
  yield* sleep(10);
}

function* waiter(task: Task<unknown>) {
  yield* task;
  log("waiter");
}

export function* main() {
  const task = createTask(child());
  task.addDoneCallback(() => log("callback one"));
  const other = createTask(waiter(task));
  yield* sleep(0);
  task.addDoneCallback(() => log("callback two"));
  yield* other;
}
