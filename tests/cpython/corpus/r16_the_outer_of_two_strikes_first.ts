// An outer timeout passes through the inner one as a cancellation.
import { CancelledError, sleep, timeout, TimeoutError } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  try {
    yield* timeout(10, function* () {
      try {
        yield* timeout(50, function* () {
          yield* sleep(1000);
        });
      } catch (error) {
        if (!(error instanceof CancelledError)) throw error;
        log("through the inner", error);
        throw error;
      }
    });
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    log("outer", error);
  }
}
