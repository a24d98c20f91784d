// A timeout may name a moment of the loop's clock.
import { sleep, timeoutAt, TimeoutError } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  yield* sleep(10);
  try {
    yield* timeoutAt(25, function* (limit) {
      log(limit.when() === 25);
      yield* sleep(1000);
    });
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    log(error);
  }
}
