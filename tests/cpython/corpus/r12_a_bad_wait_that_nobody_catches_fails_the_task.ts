// The error for a bad wait fails a task that does not catch it.
import { createTask, currentTask, wait } from "../../../mod.ts";
import { log } from "./words.ts";

function* child() {
  try {
    yield* currentTask()!;
  } finally {
    log("leaving");
  }
}

export function* main() {
  const task = createTask(child());
  yield* wait([task]);
  log(task.exception());
}
