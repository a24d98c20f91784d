// A cancellation from outside goes to the awaited and stays a cancellation.
import {
  CancelledError,
  createTask,
  type Future,
  getRunningLoop,
  sleep,
  waitFor,
} from "../../../mod.ts";
import { log } from "./words.ts";

function* parent(future: Future<unknown>) {
  yield* waitFor(future, 1000);
}

export function* main() {
  const future = getRunningLoop().createFuture<unknown>();
  const task = createTask(parent(future));
  yield* sleep(10);
  task.cancel("outside");
  try {
    yield* task;
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    log(error, future.cancelled());
  }
}
