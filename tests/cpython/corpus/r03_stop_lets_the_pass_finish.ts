// After stop the callbacks of the same pass still run, those they schedule do not.
import { getRunningLoop, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const loop = getRunningLoop();

  function last() {
    log("last of the pass");
    loop.callSoon(log, "next pass, at shutdown");
  }

  loop.callSoon(() => loop.stop());
  loop.callSoon(last);
  yield* sleep(10);
}
