/**
 * Stage 2: timers, a clock that jumps, and the pass.
 *
 * @module
 */

import { type Callback, Loop } from "./stage1.ts";

// #region timers
/** A callback with a deadline. */
export interface Timer {
  /** The deadline in milliseconds. */
  readonly when: number;
  callback: Callback;
}

/** A loop that can also call later. */
export class TimerLoop extends Loop {
  /** The time in milliseconds. It stands still while anything can run. */
  time = 0;
  /** How many passes have begun. */
  passes = 0;
  protected timers: Timer[] = [];

  /** Calls back after some milliseconds; equal deadlines keep their order. */
  callLater(delay: number, callback: Callback): Timer {
    const timer: Timer = { when: this.time + delay, callback };
    const before = this.timers.findLastIndex(({ when }) => when <= timer.when);
    this.timers.splice(before + 1, 0, timer);
    return timer;
  }

  /** Takes a timer back, even one that is in the ready queue already. */
  callOff(timer: Timer): void {
    this.timers = this.timers.filter((other) => other !== timer);
    timer.callback = () => {};
  }
  // #endregion

  // #region pass
  override run(): void {
    while (!this.idle()) this.pass();
  }

  /** Lets due timers join the queue, then calls what is in it now. */
  protected pass(): void {
    this.passes++;
    this.jump();
    while (this.timers.length > 0 && this.timers[0]!.when <= this.time) {
      const timer = this.timers.shift()!;
      this.ready.push(() => timer.callback());
    }
    for (let count = this.ready.length; count > 0; count--) {
      this.ready.shift()!();
    }
  }

  /** With nothing to call, goes straight to the first deadline. */
  protected jump(): void {
    const [first] = this.timers;
    if (this.ready.length > 0 || first === undefined) return;
    this.time = Math.max(this.time, first.when);
  }

  /** Whether nothing will ever happen again. */
  protected idle(): boolean {
    return this.ready.length === 0 && this.timers.length === 0;
  }
}
// #endregion

// #region main
export function main(): void {
  const loop = new TimerLoop();
  const say = (text: string) => () =>
    console.log(`pass ${loop.passes}, ${loop.time / 60_000} min: ${text}`);

  loop.callLater(180_000, say("the tea has drawn"));
  loop.callLater(60_000, say("the toast is brown"));
  loop.callLater(60_000, say("the butter is soft"));
  const alarm = loop.callLater(600_000, say("smoke"));
  loop.callSoon(() => loop.callOff(alarm));
  loop.callSoon(say("everything is started"));
  loop.run();
}
// #endregion

if (import.meta.main) main();
