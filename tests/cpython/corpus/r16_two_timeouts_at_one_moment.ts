// Two nested timeouts that end together: the outer one's TimeoutError.
import { currentTask, sleep, timeout, TimeoutError } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  try {
    yield* timeout(10, function* () {
      try {
        yield* timeout(10, function* () {
          yield* sleep(1000);
        });
      } finally {
        log(currentTask()!.cancelling());
      }
    });
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    log(error, currentTask()!.cancelling());
  }
}
