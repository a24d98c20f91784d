/**
 * When two runs of a program are the same run.
 *
 * They are when they print the same lines and their tasks take the same steps:
 * who, what (started, resumed, suspended, finished, failed, cancelled) and at
 * what time of the loop. Lines and steps are compared as one sequence, so a line
 * that comes a step too late is a difference as well.
 *
 * @module
 */
import type { TraceEvent } from "../../mod.ts";

/** One thing that both sides tell. */
export interface Moment {
  /** The loop's time in milliseconds. */
  readonly time: number;
  /** A step, `tea resumed`, or a printed line, `| tea is ready`. */
  readonly what: string;
}

/** How two runs compare. */
export interface Agreement {
  readonly ours: readonly Moment[];
  readonly theirs: readonly Moment[];
  /** The first moment that differs, from 0; -1 when the runs are the same. */
  readonly differsAt: number;
}

/**
 * Compares two runs.
 *
 * @param ours what our loop told
 * @param theirs what CPython's told
 * @returns both as moments, and where they part
 */
export function compareRuns(
  ours: readonly TraceEvent[],
  theirs: readonly TraceEvent[],
): Agreement {
  const [left, right] = [momentsOf(ours), momentsOf(theirs)];
  const longer = left.length > right.length ? left : right;
  const differsAt = longer.findIndex((_, index) =>
    inWords(left[index]) !== inWords(right[index])
  );
  return { ours: left, theirs: right, differsAt };
}

/** A moment as a line of text; nothing for none. */
export function inWords(moment: Moment | undefined): string {
  return moment === undefined ? "" : `${moment.time} ${moment.what}`;
}

/** The lines that were printed. */
export function printedLines(events: readonly TraceEvent[]): string[] {
  return events.flatMap((event) =>
    event.kind === "printed" ? event.text.split("\n") : []
  );
}

function momentsOf(events: readonly TraceEvent[]): Moment[] {
  return events.flatMap((event): Moment[] => {
    const { time } = event;
    switch (event.kind) {
      case "started":
      case "resumed":
      case "suspended":
      case "finished":
      case "failed":
      case "cancelled":
        return [{ time, what: `${event.name} ${event.kind}` }];
      case "printed":
        return printedLines([event]).map((line) => ({
          time,
          what: `| ${line}`,
        }));
      default:
        return [];
    }
  });
}

/**
 * Leaves of a run what both sides can tell, so that two pictures differ only
 * where the runs do: CPython keeps to itself who woke a task and who cancelled
 * it.
 *
 * @param events what a loop told
 * @returns the events to draw
 */
export function toldByBoth(events: readonly TraceEvent[]): TraceEvent[] {
  return events.filter(({ kind }) =>
    kind !== "woken" && kind !== "cancel-requested" && kind !== "completed"
  );
}
