// Awaiting a future with a cancellation pending cancels the future.
import {
  CancelledError,
  currentTask,
  getRunningLoop,
  sleep,
} from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const future = getRunningLoop().createFuture<unknown>();
  future.addDoneCallback((done) =>
    log("future is cancelled", done.cancelled())
  );
  currentTask()!.cancel("pending");
  try {
    yield* future;
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    log(error);
  }
  yield* sleep(0);
}
