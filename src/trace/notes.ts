import type { TraceEvent } from "../loop/trace_event.ts";
import { isCrowd, type Lane } from "./lanes.ts";
import type { Picture } from "./picture.ts";
import { listed, waitedFor, withCommas } from "./plain_words.ts";
import { printable } from "./text_width.ts";

/** More of a kind than this are counted, not named. */
const MOST_NAMED = 4;

/**
 * Says below a picture what the picture itself can't: who is in a crowd, with
 * which error a task failed, and who had not ended.
 *
 * @param picture the picture
 * @returns sentences without a full stop
 */
export function notesOn(picture: Picture): string[] {
  const { actors } = picture.reading;
  return [
    ...picture.rows.flatMap((row) =>
      isCrowd(row.lane) ? [`${row.title}: ${describeCrowd(row.lane)}`] : []
    ),
    ...failures(picture),
    ...unfinished(actors.filter((actor) => actor.kind === "task")),
  ].map(printable);
}

function describeCrowd({ members, like }: Lane): string {
  const first = members[0]?.name ?? "", last = members.at(-1)?.name ?? "";
  const range = `${first} to ${last}`;
  return like ? `${range}, tasks like ${like.name}` : range;
}

function failures({ reading }: Picture): string[] {
  const failed = reading.turns.filter((turn) => turn.ending?.kind === "failed");
  const named = failed.slice(0, MOST_NAMED).map(({ actor, ending }) =>
    `${actor.name} failed: ${ending?.detail || "no message"}`
  );
  const more = failed.length - named.length;
  return more > 0 ? [...named, `${more} more failed`] : named;
}

function unfinished(tasks: Picture["reading"]["actors"]): string[] {
  const pending = tasks.filter((task) => task.ending === null);
  if (pending.length === 0) return [];
  if (pending.length > MOST_NAMED) {
    const names = listed(pending.map(({ name }) => name), MOST_NAMED);
    return [`When the recording ends, ${names} have not ended`];
  }
  return pending.map((task) => {
    const wait = task.stretches.at(-1)?.wait;
    const reason = wait ? ` and waits for ${waitedFor(wait)}` : "";
    return `When the recording ends, ${task.name} has not ended${reason}`;
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
  return `… ${withCommas(turns)} turns are left out here …`;
}
