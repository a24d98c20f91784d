// A timeout entered after a cancellation that was caught still becomes TimeoutError.
import {
  CancelledError,
  createTask,
  currentTask,
  sleep,
  timeout,
  TimeoutError,
} from "../../../mod.ts";
import { log } from "./words.ts";

function* child() {
  try {
    yield* sleep(1000);
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    log("caught, not taken back", currentTask()!.cancelling());
  }
  try {
    yield* timeout(10, function* () {
      yield* sleep(1000);
    });
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    log(error, currentTask()!.cancelling());
  }
}

export function* main() {
  const task = createTask(child());
  yield* sleep(0);
  task.cancel();
  yield* task;
}
