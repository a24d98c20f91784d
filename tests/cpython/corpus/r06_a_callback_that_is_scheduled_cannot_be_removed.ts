// Once the future is done its callbacks are scheduled and cannot be removed.
import { getRunningLoop, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const future = getRunningLoop().createFuture<unknown>();

  function callback() {
    log("runs");
  }

  future.addDoneCallback(callback);
  future.setResult(undefined);
  log(future.removeDoneCallback(callback));
  yield* sleep(0);
}
