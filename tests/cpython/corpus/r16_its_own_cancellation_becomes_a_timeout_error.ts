// When the time is over the body is cancelled and TimeoutError leaves the block.
import {
  CancelledError,
  currentTask,
  sleep,
  timeout,
  TimeoutError,
} from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  try {
    yield* timeout(10, function* () {
      try {
        yield* sleep(1000);
      } catch (error) {
        if (!(error instanceof CancelledError)) throw error;
        log("body", error);
        throw error;
      }
    });
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    log("outside", error, currentTask()!.cancelling());
  }
}
