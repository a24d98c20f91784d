// A timer that is due joins the queue behind what was ready already.
import { getRunningLoop, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const loop = getRunningLoop();
  loop.callLater(10, log, "timer");

  function tick(left: number) {
    log("tick", left);
    if (left > 0) {
      loop.callSoon(tick, left - 1);
    }
  }

  loop.callLater(10, tick, 2);
  loop.callLater(10, log, "third timer");
  yield* sleep(20);
}
