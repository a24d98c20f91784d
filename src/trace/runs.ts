import type { TraceEvent } from "../loop/trace_event.ts";

/**
 * Splits what was recorded into the runs of single loops.
 *
 * A program that calls `run` twice uses two loops, one after the other, and both
 * count their passes and tasks from the beginning. So a new loop shows itself:
 * the number of the pass, or that of a new task, goes back.
 *
 * @param events everything that was recorded
 * @returns the events of each loop, in order; none when nothing was recorded
 */
export function splitRuns(events: readonly TraceEvent[]): TraceEvent[][] {
  const runs: TraceEvent[][] = [];
  let pass = Infinity;
  let task = 0;
  for (const event of events) {
    const goesBack = event.pass < pass ||
      (event.kind === "created" && event.task <= task);
    if (goesBack) {
      runs.push([]);
      task = 0;
    }
    runs.at(-1)?.push(event);
    pass = event.pass;
    if (event.kind === "created") task = event.task;
  }
  return runs;
}
