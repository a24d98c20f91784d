// All timers that are due join the queue in the same pass.
import { getRunningLoop, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const loop = getRunningLoop();

  function fired(name: string) {
    log(name);
    loop.callSoon(log, `next after ${name}`);
  }

  loop.callLater(10, fired, "one");
  loop.callLater(10, fired, "two");
  yield* sleep(20);
}
