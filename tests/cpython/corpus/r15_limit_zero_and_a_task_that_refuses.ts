// With a limit of zero a task that swallows the cancellation gives its result.
import { CancelledError, createTask, sleep, waitFor } from "../../../mod.ts";
import { log } from "./words.ts";

function* stubborn() {
  try {
    yield* sleep(1000);
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    log("refuses");
  }
  yield* sleep(10);
  return "result";
}

export function* main() {
  const task = createTask(stubborn());
  yield* sleep(0);
  log(yield* waitFor(task, 0));
}
