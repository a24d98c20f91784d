/**
 * 100,000 timers of a test on virtual time: `virtual` beside the fake timers that
 * most test runners are built on.
 *
 * In the first case the callbacks are plain functions. In the second they are
 * async and await a promise of their own, and all that follows from one timer has
 * to run before the next one fires.
 *
 * @module
 */

import { virtual } from "../mod.ts";
import type { Bench, Case } from "./harness.ts";

const TIMERS = 100_000;

/** All deadlines lie before this, in milliseconds. */
const LAST = 10_007;

export const virtualTimers: Bench = {
  name: "virtual-timers",
  about: "100,000 timers of a test on virtual time",
  cases: [
    timersOf("plain callbacks, runAll", "runAll", (count) => count),
    timersOf(
      "async callbacks, runAllAsync",
      "runAllAsync",
      (count) => async () => {
        await null;
        count();
      },
    ),
  ],
};

function timersOf(
  name: string,
  runAll: "runAll" | "runAllAsync",
  callbackOf: (count: () => void) => () => unknown,
): Case {
  return {
    name,
    size: TIMERS,
    unit: "ms",
    proof: (size) => size,
    ours: {
      name: "loopbook",
      prepare: (size) => async () => {
        let calls = 0;
        const callback = callbackOf(() => calls++);
        await virtual(async (time) => {
          for (let i = 0; i < size; i++) setTimeout(callback, delayOf(i));
          await time.sleep(LAST);
        });
        return { proof: calls };
      },
    },
    peers: [{
      name: "sinon fake-timers 15.5.0",
      goal: 3,
      async prepare(size) {
        const { default: FakeTimers } = await import(
          "npm:@sinonjs/fake-timers@15.5.0"
        );
        return async () => {
          let calls = 0;
          const callback = callbackOf(() => calls++);
          const clock = FakeTimers.createClock(0, 2 * size);
          for (let i = 0; i < size; i++) clock.setTimeout(callback, delayOf(i));
          await clock[runAll]();
          return { proof: calls };
        };
      },
    }],
  };
}

/** Scattered over 1 … LAST - 1, with ten or so of each. */
function delayOf(index: number): number {
  return index * 7919 % (LAST - 1) + 1;
}
