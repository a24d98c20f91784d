// An error in a callback goes to the exception handler and the loop goes on.
import { getRunningLoop, sleep } from "../../../mod.ts";
import { Boom, log } from "./words.ts";

export function* main() {
  const loop = getRunningLoop();

  function fail() {
    log("failing");
    throw new Boom("in a callback");
  }

  loop.callSoon(fail);
  loop.callSoon(log, "next");
  yield* sleep(0);
  log("main");
}
