/**
 * Running a loop without the host: nothing is waited for, and the clock jumps.
 *
 * On virtual time nothing has to return to the host between two passes. So a whole
 * program can run before the function that started it returns.
 *
 * @module
 */

import type { BaseEventLoop } from "./base_event_loop.ts";
import type { VirtualClock } from "./clock.ts";

/**
 * Runs passes on virtual time until the loop is stopped.
 *
 * @returns why it ended: stopped, or nothing can happen any more
 */
export function runWithoutHost(loop: BaseEventLoop): "stopped" | "stuck" {
  const leave = enter(loop);
  const clock = loop._clock as VirtualClock;
  try {
    // #region without-host
    do {
      const wait = loop._timeToWait();
      if (wait === Infinity) return "stuck";
      if (wait > 0) clock.advance(wait);
      loop._runOnce();
    } while (!loop._stopping);
    // #endregion
    return "stopped";
  } finally {
    leave();
    loop._withoutHost = loop._stopping = false;
  }
}

/** Runs passes until nothing is ready; time stands still. */
export function runReady(loop: BaseEventLoop): void {
  const leave = enter(loop);
  try {
    while (loop._ready.length > 0) loop._runOnce();
  } finally {
    leave();
    loop._withoutHost = false;
  }
}

function enter(loop: BaseEventLoop): () => void {
  loop._checkCanRun();
  loop._withoutHost = true;
  return loop._enter();
}
