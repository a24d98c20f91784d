// A task whose awaited task refuses the cancellation is not cancelled itself.
import { CancelledError, createTask, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* stubborn() {
  try {
    yield* sleep(1000);
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    log("refuses");
  }
  return "value";
}

function* outer() {
  log(yield* createTask(stubborn()));
  yield* sleep(10);
  return "goes on";
}

export function* main() {
  const task = createTask(outer());
  yield* sleep(10);
  task.cancel();
  log(yield* task, task.cancelling());
}
