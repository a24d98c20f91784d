// A callback that was added twice runs twice.
import { getRunningLoop, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const future = getRunningLoop().createFuture<unknown>();
  const calls: string[] = [];

  function count() {
    calls.push("call");
    log(calls);
  }

  future.addDoneCallback(count);
  future.addDoneCallback(count);
  future.cancel();
  yield* sleep(0);
  log(future.cancelled());
}
