/**
 * Where stage 2 breaks without the pass: a queue that is drained to the end
 * before the timers are looked at.
 *
 * @module
 */

import { TimerLoop } from "./stage2.ts";

// #region drain
/** The obvious way to write it: first all that is ready, then the timers. */
export class DrainingLoop extends TimerLoop {
  protected override pass(): void {
    this.passes++;
    while (this.ready.length > 0) this.ready.shift()!();
    this.jump();
    while (this.timers.length > 0 && this.timers[0]!.when <= this.time) {
      this.timers.shift()!.callback();
    }
  }
}
// #endregion

// #region main
/** A callback that wants to run again and again, beside a timer. */
export function busyBesideTimer(loop: TimerLoop): void {
  let round = 0;
  const busy = () => {
    console.log(`  busy, round ${++round}`);
    if (round < 4) loop.callSoon(busy);
  };
  loop.callSoon(busy);
  loop.callLater(0, () => console.log("  the timer"));
  loop.run();
}

export function main(): void {
  console.log("Drained to the end:");
  busyBesideTimer(new DrainingLoop());
  console.log("In passes:");
  busyBesideTimer(new TimerLoop());
}
// #endregion

if (import.meta.main) main();
