// A deadline is a moment of the loop's clock, a delay counts from now.
import { getRunningLoop, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const loop = getRunningLoop();
  yield* sleep(10);
  loop.callAt(loop.time() + 10, log, "at 20");
  loop.callAt(15, log, "at 15");
  loop.callLater(7, log, "at 17");
  yield* sleep(20);
}
