// An error the body raises when it is struck is thrown as it is.
import {
  CancelledError,
  currentTask,
  sleep,
  type Timeout,
  timeout,
} from "../../../mod.ts";
import { Boom, log } from "./words.ts";

export function* main() {
  let limit!: Timeout;
  try {
    yield* timeout(10, function* (entered) {
      limit = entered;
      try {
        yield* sleep(1000);
      } catch (error) {
        if (!(error instanceof CancelledError)) throw error;
        throw new Boom("instead");
      }
    });
  } catch (error) {
    if (!(error instanceof Boom)) throw error;
    log(error, limit.expired());
  }
  log(currentTask()!.cancelling());
}
