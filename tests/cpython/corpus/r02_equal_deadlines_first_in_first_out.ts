// Timers with one deadline fire in the order they were set.
import { getRunningLoop, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const loop = getRunningLoop();
  for (let number = 0; number < 6; number++) {
    loop.callLater(10, log, number);
  }
  yield* sleep(20);
}
