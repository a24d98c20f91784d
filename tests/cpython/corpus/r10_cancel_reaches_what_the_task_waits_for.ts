// Cancelling a task cancels the future it waits for.
import {
  createTask,
  type Future,
  getRunningLoop,
  sleep,
  wait,
} from "../../../mod.ts";
import { log } from "./words.ts";

function* waiter(future: Future<unknown>) {
  yield* future;
}

export function* main() {
  const future = getRunningLoop().createFuture<unknown>();
  const task = createTask(waiter(future));
  yield* sleep(0);
  log(task.cancel());
  log(future.cancelled(), task.cancelled());
  yield* wait([task]);
  log(task.cancelled());
}
