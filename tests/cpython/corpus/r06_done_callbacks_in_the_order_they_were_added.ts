// Done callbacks run in the order they were added, in one pass.
import { getRunningLoop, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const loop = getRunningLoop();
  const future = loop.createFuture<unknown>();
  for (const name of "abc") {
    future.addDoneCallback(() => loop.callSoon(log, "scheduled inside"));
    loop.callSoon(log, "before", name);
  }
  future.addDoneCallback((done) => log("last", done.result()));
  future.setResult(1);
  log("set");
  yield* sleep(0);
  yield* sleep(0);
}
