// A timeout of zero stands in the queue before what its body schedules.
import {
  currentTask,
  getRunningLoop,
  sleep,
  timeout,
  TimeoutError,
} from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const loop = getRunningLoop();
  const task = currentTask()!;
  try {
    yield* timeout(0, function* () {
      loop.callSoon(() => log("struck already", task.cancelling()));
      yield* sleep(1000);
    });
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    log(error);
  }
}
