import type { TraceActor, TraceEvent } from "../loop/trace_event.ts";

/**
 * Finds the callbacks that belong into a picture: those that woke, made or
 * cancelled a task, printed, threw, or scheduled such a callback. The rest is
 * the loop's own bookkeeping.
 *
 * @param events the events of one loop, in the order they were recorded
 * @returns the numbers of these callbacks
 */
export function callbacksThatDidSomething(
  events: readonly TraceEvent[],
): ReadonlySet<number> {
  const telling = new Set<number>();
  // Backwards, since what a callback scheduled is known to matter only later.
  for (const event of events.toReversed()) {
    switch (event.kind) {
      case "called":
        if (event.error !== undefined) telling.add(event.callback);
        break;
      case "created":
      case "woken":
      case "cancel-requested":
      case "printed":
        addCallback(telling, event.by);
        break;
      case "scheduled":
        if (telling.has(event.callback)) addCallback(telling, event.by);
        break;
    }
  }
  return telling;
}

function addCallback(telling: Set<number>, by: TraceActor): void {
  if (by !== null && "callback" in by) telling.add(by.callback);
}
