// A timer's handle tells when it is due.
import { getRunningLoop, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const loop = getRunningLoop();
  yield* sleep(10);
  const handle = loop.callLater(10, log, "fired");
  log(handle.when() === loop.time() + 10);
  yield* sleep(10);
  log(handle.cancelled());
}
