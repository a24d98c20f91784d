// What a callback schedules runs in the next pass, behind what was ready.
import { getRunningLoop, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const loop = getRunningLoop();

  function first() {
    log("first");
    loop.callSoon(log, "scheduled by first");
  }

  loop.callSoon(first);
  loop.callSoon(log, "second");
  yield* sleep(0);
  log("main");
  yield* sleep(0);
}
