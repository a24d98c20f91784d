/**
 * The clock of an event loop that is made inside of a run on virtual time.
 *
 * The loop's timers stand among the host's, on one clock: a coroutine that sleeps
 * and a `setTimeout` beside it wake in the order of their deadlines. That is why
 * it is not the loop's own `VirtualClock`, which only the loop itself may move.
 *
 * @module
 */

import type { Clock } from "../../loop/clock.ts";
import { type After, ClockTurns } from "../../loop/clock_turns.ts";
import type { FakeHost } from "./current_host.ts";

/** The clock of a run as a loop wants it, `null` outside of any. */
export function hostClockOf(host: FakeHost | null): Clock | null {
  if (host === null) return null;
  const after: After = (delay, callback) => {
    const timer = host.set("event loop", delay, callback, []);
    // What is left over of a loop are its tasks.
    timer.refed = false;
    return () => host.clear(timer.id);
  };
  return {
    resolution: 1e-6,
    now: () => host.now(),
    turns: (callback) => new ClockTurns(after, callback),
  };
}
