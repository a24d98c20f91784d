// A timeout rescheduled into the past strikes at the next wait.
import { getRunningLoop, sleep, timeout, TimeoutError } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const loop = getRunningLoop();
  yield* sleep(10);
  try {
    yield* timeout(null, function* (limit) {
      limit.reschedule(loop.time() - 5);
      yield* sleep(1000);
    });
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    log(error);
  }
}
