// The arguments given with a callback are handed to it.
import { getRunningLoop, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const loop = getRunningLoop();
  loop.callSoon(log, "one", 2, true);
  loop.callLater(5, log, "three", [4, 5]);
  yield* sleep(10);
}
