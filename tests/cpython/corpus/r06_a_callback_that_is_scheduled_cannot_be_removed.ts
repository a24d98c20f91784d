// Once the future is done its callbacks are scheduled and cannot be removed.
import { type Future, getRunningLoop, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const future = getRunningLoop().createFuture<unknown>();

  function callback(done: Future<unknown>) {
    log("runs");
  }

  future.addDoneCallback(callback);
  future.setResult(undefined);
  log(future.removeDoneCallback(callback));
  yield* sleep(0);
}
