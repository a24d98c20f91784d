// An error in a timer's callback leaves the other timers alone.
import { getRunningLoop, sleep } from "../../../mod.ts";
import { Boom, log } from "./words.ts";

export function* main() {
  const loop = getRunningLoop();

  function fail() {
    throw new Boom("in a timer");
  }

  loop.callLater(10, fail);
  loop.callLater(10, log, "same moment");
  yield* sleep(20);
  log("later");
}
