// A timer that is left when main is over does not fire.
import { getRunningLoop, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const loop = getRunningLoop();
  loop.callLater(10, log, "never");
  loop.callSoon(log, "in the last pass");
  yield* sleep(0);
  loop.callSoon(log, "in the pass of the end");
}
