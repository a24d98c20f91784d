// A coroutine that swallows the cancellation has its result kept under a limit.
import { CancelledError, sleep, TimeoutError, waitFor } from "../../../mod.ts";
import { log } from "./words.ts";

function* stubborn() {
  try {
    yield* sleep(1000);
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    log("refuses");
  }
  return "result";
}

export function* main() {
  try {
    log(yield* waitFor(stubborn(), 10));
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    log(error);
  }
}
