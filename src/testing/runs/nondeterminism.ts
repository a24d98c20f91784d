/**
 * A body that behaves differently under the same schedule: where it first did.
 *
 * @module
 */

import { Deviation } from "../schedules/chooser.ts";
import type { RecordedRun, ScheduleEvent } from "./run_outcome.ts";
import { formatSchedule } from "../schedules/schedule.ts";

const ADVICE =
  "look for random numbers, the real clock, real I/O, or state that outlives a run";

/** A body does not do the same under the same schedule. */
export class NondeterminismError extends Error {
  /** The class's name. */
  override readonly name = "NondeterminismError";
}

/**
 * Tells two runs of one schedule apart.
 *
 * @param former how it came out in the search
 * @param runs the same schedule, recorded
 * @returns the error that says where they differ
 */
export function nondeterminism(
  former: string,
  runs: readonly [RecordedRun, RecordedRun],
): Error {
  const [first, second] = runs.map(({ events }) => decisionsOf(events));
  const place = first!.findIndex((text, index) => text !== second![index]);
  const what = place >= 0
    ? `decision ${place + 1} was ${first![place]}, then ${
      second![place] ?? "not there"
    }`
    : `first ${former}, then ${runs[0].outcome}`;
  return new NondeterminismError(
    `Body behaves differently under the same schedule ${
      JSON.stringify(formatSchedule(runs[0].schedule))
    }: ${what}; ${ADVICE}`,
  );
}

/**
 * Makes of a chooser's complaint an error for the body's author.
 *
 * @param depth how many decisions the run has behind it
 * @param error what the chooser threw; other errors are given back
 * @returns the error
 */
export function toldOf(depth: number, error: unknown): unknown {
  if (!(error instanceof Deviation)) return error;
  return new NondeterminismError(
    `Body behaves differently under the same schedule: decision ${
      depth + 1
    } ${error.message}; ${ADVICE}`,
  );
}

/** Each decision with what it was made among. */
function decisionsOf(events: readonly ScheduleEvent[]): string[] {
  const labels: string[] = [];
  const decisions: string[] = [];
  for (const event of events) {
    if (event.kind === "pending") labels.push(event.completion.label);
    if (event.kind !== "decision") continue;
    const among = event.pending.map((id) => labels[id]).join(", ");
    decisions.push(among ? `${event.label} of ${among}` : event.label);
  }
  return decisions;
}
