// Timers fire in the order of their deadlines, whatever order they were set in.
import { getRunningLoop, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const loop = getRunningLoop();
  for (const delay of [30, 10, 40, 20]) {
    loop.callLater(delay, () => log("fired"));
  }
  yield* sleep(50);
  log("over");
}
