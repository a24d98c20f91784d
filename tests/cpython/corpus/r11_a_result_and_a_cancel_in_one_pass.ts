// A result set and a cancellation in the same pass: the result is lost.
import {
  CancelledError,
  createTask,
  type Future,
  getRunningLoop,
  sleep,
} from "../../../mod.ts";
import { log } from "./words.ts";

function* waiter(future: Future<unknown>) {
  try {
    log("got", yield* future);
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    log("cancelled");
  }
}

export function* main() {
  const future = getRunningLoop().createFuture<unknown>();
  const task = createTask(waiter(future));
  yield* sleep(0);
  future.setResult("lost");
  log(task.cancel());
  yield* task;
  log(future.result());
}
