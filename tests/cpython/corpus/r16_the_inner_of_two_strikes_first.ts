// Of two nested timeouts the inner one strikes and the outer one goes on.
import { sleep, timeout, TimeoutError } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  try {
    yield* timeout(50, function* () {
      try {
        yield* timeout(10, function* () {
          yield* sleep(1000);
        });
      } catch (error) {
        if (!(error instanceof TimeoutError)) throw error;
        log("inner", error);
      }
      yield* sleep(1000);
    });
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    log("outer", error);
  }
}
