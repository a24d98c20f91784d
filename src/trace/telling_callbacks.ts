import type { TraceActor, TraceEvent } from "../loop/trace_event.ts";

/**
 * Finds the callbacks that belong into a picture: those that woke, made or
 * cancelled a task, printed, threw, or brought about such a callback. The rest
 * is the loop's own bookkeeping and would bury the program; but where callbacks
 * are all there is, all that were called belong into it.
 *
 * @param events the events of one loop, in the order they were recorded
 * @returns the numbers of these callbacks
 */
export function callbacksToShow(
  events: readonly TraceEvent[],
): ReadonlySet<number> {
  const shown = new Set<number>();
  const noTasks = !events.some(({ kind }) => kind === "created");
  // Backwards, since what a callback brought about is known to matter only
  // later.
  for (const event of events.toReversed()) {
    switch (event.kind) {
      case "called":
        if (noTasks || event.error !== undefined) shown.add(event.callback);
        break;
      case "created":
      case "woken":
      case "cancel-requested":
      case "printed":
        addCallback(shown, event.by);
        break;
      case "scheduled":
        if (shown.has(event.callback)) addCallback(shown, event.by);
        break;
      case "timer-set":
        if (shown.has(event.timer)) addCallback(shown, event.by);
        break;
    }
  }
  return shown;
}

function addCallback(shown: Set<number>, by: TraceActor): void {
  if (by !== null && "callback" in by) shown.add(by.callback);
}
