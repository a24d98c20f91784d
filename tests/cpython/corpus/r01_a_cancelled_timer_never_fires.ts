// A timer that is cancelled in time does not fire, its neighbors do.
import { getRunningLoop, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const loop = getRunningLoop();
  loop.callLater(10, log, "first");
  const second = loop.callLater(10, log, "second");
  loop.callLater(10, log, "third");
  loop.callLater(5, () => second.cancel());
  yield* sleep(20);
  log(second.cancelled());
}
