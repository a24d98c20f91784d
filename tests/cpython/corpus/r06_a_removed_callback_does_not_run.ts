// Removing a done callback removes it every time it was added, and says how often.
import { getRunningLoop, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const future = getRunningLoop().createFuture<unknown>();

  function twice() {
    log("never");
  }

  future.addDoneCallback(twice);
  future.addDoneCallback(() => log("kept"));
  future.addDoneCallback(twice);
  log(future.removeDoneCallback(twice));
  log(future.removeDoneCallback(twice));
  future.setResult(undefined);
  yield* sleep(0);
}
