import type { TraceEvent } from "../loop/trace_event.ts";
import { isCrowd, type Lane } from "./lanes.ts";
import type { Picture } from "./picture.ts";
import { listed, nameOf, waitedFor, withCommas } from "./plain_words.ts";
import { printable } from "./text_width.ts";
import type { Actor } from "./turns.ts";

/** More of a kind than this are counted, not named. */
const MOST_NAMED = 4;

/**
 * Says below a picture what the picture itself can't: who is in a crowd, with
 * which error a task failed, and who had not ended.
 *
 * @param picture the picture
 * @param ascii whether names must be of ASCII characters
 * @returns sentences without a full stop
 */
export function notesOn(
  picture: Picture,
  ascii = false,
): string[] {
  const { actors } = picture.reading;
  return [
    ...picture.rows.flatMap((row) =>
      isCrowd(row.lane)
        ? [`${row.title}: ${describeCrowd(row.lane, ascii)}`]
        : []
    ),
    ...failures(picture, ascii),
    ...unfinished(actors.filter(({ kind }) => kind === "task"), ascii),
  ].map(printable);
}

function describeCrowd({ members, like }: Lane, ascii: boolean): string {
  const range = [members.at(0), members.at(-1)]
    .map((actor) => actor ? nameOf(actor, ascii) : "").join(" to ");
  return like ? `${range}, tasks like ${nameOf(like, ascii)}` : range;
}

function failures({ reading }: Picture, ascii: boolean): string[] {
  const failed = reading.turns.filter((turn) => turn.ending?.kind === "failed");
  const named = failed.slice(0, MOST_NAMED).map(({ actor, ending }) =>
    `${nameOf(actor, ascii)} failed: ${ending?.detail || "no message"}`
  );
  const more = failed.length - named.length;
  return more > 0 ? [...named, `${more} more failed`] : named;
}

function unfinished(tasks: readonly Actor[], ascii: boolean): string[] {
  const pending = tasks.filter((task) => task.ending === null);
  if (pending.length === 0) return [];
  if (pending.length > MOST_NAMED) {
    const names = listed(
      pending.map((task) => nameOf(task, ascii)),
      MOST_NAMED,
    );
    return [`When the recording ends, ${names} have not ended`];
  }
  return pending.map((task) => {
    const wait = task.stretches.at(-1)?.wait;
    const reason = wait ? ` and waits for ${waitedFor(wait, ascii)}` : "";
    return `When the recording ends, ${
      nameOf(task, ascii)
    } has not ended${reason}`;
  });
}

/**
 * Says why there is no picture.
 *
 * @param events the events that were recorded
 * @returns one sentence without a full stop
 */
export function nothingRan(events: readonly TraceEvent[]): string {
  return events.length === 0
    ? "Nothing was recorded: hand the trace to a run, as in run(main, { trace })"
    : "The loop ran, but no task and no callback did";
}

/**
 * Stands for the bands that were left out.
 *
 * @param turns how many turns they show
 * @returns one line
 */
export function leftOutNote(turns: number): string {
  return turns === 1
    ? "… 1 turn is left out here …"
    : `… ${withCommas(turns)} turns are left out here …`;
}

/**
 * Stands for printed lines that were left out.
 *
 * @param lines how many
 * @returns one line
 */
export function hiddenLinesNote(lines: number): string {
  return lines === 1
    ? "… 1 more line is left out"
    : `… ${withCommas(lines)} more lines are left out`;
}
