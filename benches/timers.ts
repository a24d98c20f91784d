/**
 * A million timers with scattered deadlines, set and then fired in order. In the
 * second case every other one is called off first, as time-outs mostly are.
 *
 * The floor is a binary heap in an array that knows nothing but deadlines. Ours
 * adds handles that can be cancelled, a context for each, and first in, first
 * out among equals.
 *
 * @module
 */

import { getRunningLoop, runSync, sleep } from "../mod.ts";
import type { Bench, Case } from "./harness.ts";

const TIMERS = 1_000_000;

/** All deadlines lie before this, in milliseconds. */
const LAST = 10_007;

export const timers: Bench = {
  name: "timers",
  about: "1,000,000 timers set and fired, on virtual time",
  cases: [timersOf("all fire", false), timersOf("every other cancelled", true)],
};

function timersOf(name: string, cancelHalf: boolean): Case {
  return {
    name,
    size: TIMERS,
    unit: "ms",
    ours: {
      name: "loopbook",
      prepare: (size) => () => {
        const fired = counter(cancelHalf ? size / 2 : size);
        runSync(function* () {
          const loop = getRunningLoop();
          for (let i = 0; i < size; i++) {
            const timer = loop.callLater(delayOf(i), fired.count);
            if (cancelHalf && i % 2 === 1) timer.cancel();
          }
          yield* sleep(LAST);
        });
        fired.check();
      },
    },
    peers: [
      {
        name: "bare heap",
        goal: 1 / 1.5,
        prepare: (size) => () => {
          const fired = counter(cancelHalf ? size / 2 : size);
          const heap = new BareHeap();
          for (let i = 0; i < size; i++) {
            const timer = {
              when: delayOf(i),
              callback: fired.count,
              off: false,
            };
            heap.push(timer);
            if (cancelHalf && i % 2 === 1) timer.off = true;
          }
          for (
            let timer = heap.pop();
            timer !== undefined;
            timer = heap.pop()
          ) {
            if (!timer.off) timer.callback();
          }
          fired.check();
        },
      },
      {
        name: "sinon fake-timers 15.5.0",
        oneIn: 10,
        async prepare(size) {
          const { default: FakeTimers } = await import(
            "npm:@sinonjs/fake-timers@15.5.0"
          );
          return () => {
            const fired = counter(cancelHalf ? size / 2 : size);
            const clock = FakeTimers.createClock(0, 2 * size);
            for (let i = 0; i < size; i++) {
              const timer = clock.setTimeout(fired.count, delayOf(i));
              if (cancelHalf && i % 2 === 1) clock.clearTimeout(timer);
            }
            clock.runAll();
            fired.check();
          };
        },
      },
    ],
  };
}

/** Scattered over 1 … LAST - 1, with many equals among a million. */
function delayOf(index: number): number {
  return index * 7919 % (LAST - 1) + 1;
}

/** Makes sure that the work was really done. */
function counter(expected: number) {
  let calls = 0;
  return {
    count() {
      calls++;
    },
    check() {
      if (calls === expected) return;
      throw new Error(`${calls} timers fired; it should have been ${expected}`);
    },
  };
}

interface BareTimer {
  readonly when: number;
  readonly callback: () => void;
  off: boolean;
}

/** The heap of the textbooks. */
class BareHeap {
  readonly #timers: BareTimer[] = [];

  push(timer: BareTimer): void {
    const timers = this.#timers;
    let index = timers.push(timer) - 1;
    while (index > 0) {
      const parent = index - 1 >> 1;
      if (timers[parent]!.when <= timer.when) break;
      timers[index] = timers[parent]!;
      index = parent;
    }
    timers[index] = timer;
  }

  pop(): BareTimer | undefined {
    const timers = this.#timers;
    const first = timers[0];
    const last = timers.pop();
    if (last === undefined || timers.length === 0) return first;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= timers.length) break;
      const right = child + 1;
      if (right < timers.length && timers[right]!.when < timers[child]!.when) {
        child = right;
      }
      if (last.when <= timers[child]!.when) break;
      timers[index] = timers[child]!;
      index = child;
    }
    timers[index] = last;
    return first;
  }
}
