// A timeout that is rescheduled strikes at the new moment.
import { getRunningLoop, sleep, timeout, TimeoutError } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const loop = getRunningLoop();
  try {
    yield* timeout(10, function* (limit) {
      yield* sleep(5);
      limit.reschedule(loop.time() + 20);
      yield* sleep(1000);
    });
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    log(error);
  }
}
