// A timer set for a moment that is over fires in the next pass.
import { getRunningLoop, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const loop = getRunningLoop();
  yield* sleep(10);
  loop.callAt(5, log, "past");
  loop.callSoon(log, "soon");
  yield* sleep(0);
  log("main");
  yield* sleep(0);
}
