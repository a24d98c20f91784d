/** The same loop with timers, and a run that knows no passes. */

import { type Adapter, conformance } from "@loopbook/loopbook/conformance";

// #region loop
interface Timer {
  readonly when: number;
  readonly callback: () => void;
}

export class Loop {
  now = 0;
  ready: (() => void)[] = [];
  timers: Timer[] = []; // the first deadline first

  callLater(delay: number, callback: () => void): void {
    this.timers.push({ when: this.now + delay, callback });
    this.timers.sort((a, b) => a.when - b.when);
  }

  run(): void {
    do {
      for (let next; (next = this.ready.shift()) !== undefined;) next();
    } while (this.fire());
  }

  /** Jumps to the first timer; `false` if there is none. */
  fire(): boolean {
    const first = this.timers.shift();
    if (first === undefined) return false;
    this.now = Math.max(this.now, first.when);
    this.ready.push(first.callback);
    return true;
  }
}
// #endregion

// #region adapter
export const adapter: Adapter<Loop> = {
  name: "a queue with timers",
  makeLoop: () => new Loop(),
  run: (loop) => loop.run(),
  time: (loop) => loop.now,
  callSoon: (loop, callback) => void loop.ready.push(callback),
  callLater: (loop, delay, callback) => loop.callLater(delay, callback),
};
// #endregion

export async function main(): Promise<void> {
  const report = await conformance(adapter).run();
  console.log(report.toText());
}

if (import.meta.main) await main();
