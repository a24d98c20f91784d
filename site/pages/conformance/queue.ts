/** A loop that has only callSoon, and what the suite says of it. */

import { type Adapter, conformance } from "@loopbook/loopbook/conformance";

// #region loop
class Loop {
  ready: (() => void)[] = [];

  run(): void {
    for (let next; (next = this.ready.shift()) !== undefined;) next();
  }
}
// #endregion

// #region adapter
export const adapter: Adapter<Loop> = {
  name: "a queue",
  makeLoop: () => new Loop(),
  run: (loop) => loop.run(),
  callSoon: (loop, callback) => void loop.ready.push(callback),
};
// #endregion

export async function main(): Promise<void> {
  // #region judge
  const report = await conformance(adapter).run();
  console.log(report.toText());
  // #endregion
}

if (import.meta.main) await main();
