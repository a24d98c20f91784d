/**
 * What a reader of a failing exploration wants to know, in the order of asking:
 * what broke, how little has to happen for it, what happens then and what
 * happens otherwise, who waits for whom, and how to see it again.
 *
 * @module
 */

import { printable } from "../../trace/text_width.ts";
import { LeakError } from "../virtual/leaks.ts";
import type { RecordedRun } from "../runs/run_outcome.ts";
import {
  departures,
  formatSchedule,
  type Schedule,
} from "../schedules/schedule.ts";
import { drawSideBySide } from "./side_by_side.ts";
import { drawWaits } from "./wait_for_graph.ts";

/** What there is to tell. */
export interface FailureStory {
  /** The plainest run that fails. */
  readonly failing: RecordedRun;
  /** The nearest run that passes, `null` when none is known. */
  readonly passing: RecordedRun | null;
  /** The schedule that the search found, spelled. */
  readonly found: string;
  /** Which of the schedules it was, from 1; 0 when it was replayed. */
  readonly number: number;
  /** Whether no failing schedule departs less often; `null` when nobody looked. */
  readonly fewest: boolean | null;
  /** What random numbers began with, `null` when there were none. */
  readonly seed: number | null;
  /** Where the schedule was saved, `null` when it was not. */
  readonly saved?: string | null;
  /** Why it could not be saved, `null` when it was, or nobody asked for it. */
  readonly unsaved?: string | null;
}

/**
 * Tells the story of a failure.
 *
 * @param story what there is to tell
 * @returns text of several lines
 */
export function tellFailure(story: FailureStory): string {
  const { failing, passing, saved = null, unsaved = null } = story;
  const waits = drawWaits(failing.waits);
  return [
    failing.failure!.error.message.split("\n")[0]!,
    "",
    ...indent(where(story)),
    "",
    ...indent(drawSideBySide(failing, passing)),
    ...section("Who waits for whom", waits),
    ...section("What is left over", leftOver(failing)),
    ...section("See it again", [
      `replay(body, ${JSON.stringify(shortSpelling(failing.schedule))})`,
    ]),
    ...section(
      "Kept, and tried first next time",
      saved === null ? [] : [saved],
    ),
    ...section("It could not be kept", unsaved === null ? [] : [unsaved]),
  ].join("\n");
}

/**
 * Spells a schedule without what follows by itself: first in, first out at the
 * end needs no words.
 *
 * @param schedule the schedule
 * @returns a spelling that replays the same run
 */
export function shortSpelling(schedule: Schedule): string {
  const last = schedule.findLastIndex((decision) => departures([decision]) > 0);
  return formatSchedule(schedule.slice(0, last + 1));
}

/** A longer schedule is for programs: `error.schedule` has it. */
const LONGEST_FOUND = 60;

function where(
  { failing, found, number, fewest, seed }: FailureStory,
): string[] {
  const count = departures(failing.schedule);
  const times = count === 1 ? "1 departure" : `${count} departures`;
  const plain = count === 0
    ? "It fails with everything first in, first out."
    : `It takes ${times} from first in, first out${
      fewest === null ? "." : fewest ? "; no fewer will do." : "."
    }`;
  if (number === 0) return [plain];
  const by = seed === null ? "" : `, seed ${seed}`;
  const short = formatSchedule(failing.schedule) === found ||
      found.length > LONGEST_FOUND
    ? ""
    : ` as ${JSON.stringify(found)}`;
  return [plain, `Found under schedule ${number}${short}${by}.`];
}

function leftOver({ failure }: RecordedRun): string[] {
  if (!(failure?.error instanceof LeakError)) return [];
  return failure.error.leaks.flatMap(({ label, origin }) => [
    printable(label),
    ...origin.map((line) => `    ${line}`),
  ]);
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0
    ? []
    : ["", `  ${title}:`, ...indent(indent(lines))];
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => line === "" ? "" : `  ${line}`);
}
