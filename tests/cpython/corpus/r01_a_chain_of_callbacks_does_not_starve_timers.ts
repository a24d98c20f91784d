// A callback that schedules itself again and again leaves room for timers.
import { getRunningLoop } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const loop = getRunningLoop();
  const stopped = loop.createFuture<unknown>();

  function spin(turn: number) {
    if (!stopped.done() && turn < 100) {
      loop.callSoon(spin, turn + 1);
    }
  }

  loop.callLater(0, () => stopped.setResult("stop"));
  spin(0);
  log(yield* stopped);
}
