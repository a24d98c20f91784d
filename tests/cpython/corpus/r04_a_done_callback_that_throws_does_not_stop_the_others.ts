// An error in a done callback is reported, the callbacks behind it run.
import { getRunningLoop, sleep } from "../../../mod.ts";
import { Boom, log } from "./words.ts";

export function* main() {
  const future = getRunningLoop().createFuture<unknown>();

  function fail() {
    throw new Boom("in a done callback");
  }

  future.addDoneCallback(fail);
  future.addDoneCallback((done) => log("second", done.result()));
  future.setResult("value");
  log(yield* future);
  yield* sleep(0);
}
