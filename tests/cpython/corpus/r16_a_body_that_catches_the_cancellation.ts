// A body that catches the cancellation and ends well: no TimeoutError.
import {
  CancelledError,
  currentTask,
  sleep,
  type Timeout,
  timeout,
} from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  let limit!: Timeout;
  yield* timeout(10, function* (entered) {
    limit = entered;
    try {
      yield* sleep(1000);
    } catch (error) {
      if (!(error instanceof CancelledError)) throw error;
      log("caught");
    }
  });
  log(limit.expired(), currentTask()!.cancelling());
  yield* sleep(10);
}
