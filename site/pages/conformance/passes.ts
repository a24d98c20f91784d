/** The loop with timers once more, in passes. */

import { type Adapter, conformance } from "@loopbook/loopbook/conformance";
import { adapter as withTimers, Loop } from "./timers.ts";

// #region loop
class LoopInPasses extends Loop {
  override run(): void {
    while (this.ready.length + this.timers.length > 0) this.pass();
  }

  pass(): void {
    const { ready, timers } = this;
    if (ready.length === 0) this.now = Math.max(this.now, timers[0]!.when);
    while (timers.length > 0 && timers[0]!.when <= this.now) {
      ready.push(timers.shift()!.callback);
    }
    for (let count = ready.length; count > 0; count--) ready.shift()!();
  }
}
// #endregion

export const adapter: Adapter<Loop> = {
  ...withTimers,
  name: "a loop in passes",
  makeLoop: () => new LoopInPasses(),
};

export async function main(): Promise<void> {
  // #region judge
  const { passed, failed, broken } = await conformance(adapter).run();
  console.log({ passed, failed, broken });
  // #endregion
}

if (import.meta.main) await main();
