// A timeout and a cancellation from outside together are a cancellation.
import {
  createTask,
  getRunningLoop,
  sleep,
  timeout,
  TimeoutError,
  wait,
} from "../../../mod.ts";
import { log } from "./words.ts";

function* child() {
  try {
    yield* timeout(10, function* () {
      yield* sleep(1000);
    });
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    log("never");
  }
}

export function* main() {
  const task = createTask(child());
  getRunningLoop().callLater(10, () => task.cancel());
  yield* wait([task]);
  log(task.cancelled(), task.cancelling());
}
