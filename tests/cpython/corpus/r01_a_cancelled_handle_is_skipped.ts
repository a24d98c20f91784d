// A callback cancelled by an earlier one of the same pass does not run.
import { getRunningLoop, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const loop = getRunningLoop();
  loop.callSoon(() => handle.cancel());
  const handle = loop.callSoon(log, "never");
  loop.callSoon(log, "after");
  yield* sleep(0);
  log(handle.cancelled());
}
