// A task that catches the cancellation and goes on is not cancelled.
import { CancelledError, createTask, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* stubborn() {
  try {
    yield* sleep(1000);
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    log("no", error);
  }
  yield* sleep(10);
  return "done";
}

export function* main() {
  const task = createTask(stubborn());
  yield* sleep(0);
  task.cancel("please");
  log(yield* task, task.cancelled(), task.cancelling());
}
