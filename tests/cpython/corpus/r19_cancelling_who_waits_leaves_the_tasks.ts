// A cancelled wait leaves the tasks it waited for alone.
import { createTask, sleep, type Task, wait } from "../../../mod.ts";
import { log } from "./words.ts";

function* waiter(task: Task<unknown>) {
  yield* wait([task]);
}

export function* main() {
  const task = createTask(sleep(20, "result"));
  const waiting = createTask(waiter(task));
  yield* sleep(10);
  waiting.cancel();
  yield* wait([waiting]);
  log(waiting.cancelled(), task.done());
  log(yield* task);
}
