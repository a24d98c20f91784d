/**
 * A pass with somebody looking on: a tracer, the debug mode, or both.
 *
 * @module
 */

import { beginSteps, endSteps, type Runnable } from "./context.ts";
import type { DebugMode } from "./debug_mode.ts";
import type { ReadyQueue } from "./ready_queue.ts";
import type { Tracer } from "./tracer.ts";

/** The loop, as far as this file needs it. */
interface Watched {
  /** @internal */
  readonly _ready: ReadyQueue;
  /** @internal */
  readonly _tracer: Tracer | null;
  /** @internal */
  readonly _debug: DebugMode | null;
  readonly slowCallbackDuration: number;
}

/** Runs what is in the queue now, as `_runOnce` does, and tells of it. */
export function runWatchedPass(loop: Watched): void {
  let count = loop._ready.length;
  loop._tracer?.passBegins(count);
  beginSteps(loop._ready);
  for (; count > 0; count--) {
    const step = loop._ready.front;
    const begin = loop._debug === null ? 0 : performance.now();
    if (loop._tracer === null) step._run();
    else loop._tracer.runStep(step);
    if (loop._debug !== null) reportIfSlow(loop, step, begin);
    loop._ready.dropFront();
  }
  endSteps();
}

// #region report-if-slow
function reportIfSlow(loop: Watched, step: Runnable, begin: number): void {
  const duration = performance.now() - begin;
  if (duration < loop.slowCallbackDuration) return;
  const origin = loop._debug?.originOf(step);
  console.warn(
    `Executing ${step._label()} took ${Math.round(duration)} ms` +
      (origin === undefined ? "" : `; it was made here:\n${origin}`),
  );
}
// #endregion
