// Awaiting a done future gives its result even with a cancellation pending.
import {
  CancelledError,
  currentTask,
  getRunningLoop,
  sleep,
} from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const future = getRunningLoop().createFuture<unknown>();
  future.setResult("value");
  currentTask()!.cancel();
  log(yield* future);
  try {
    yield* sleep(10);
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    log("now it comes");
  }
}
