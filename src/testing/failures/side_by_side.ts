/**
 * Two runs side by side: the one that fails, and the nearest that passes.
 *
 * A row is a decision and what came of it. Where the host departed from first in,
 * first out, the row says whom it passed over: this is what a reader has to look
 * at. From the first row on in which the two runs differ, a bar stands between.
 *
 * ```text
 *      fails                                 passes
 *   1  find #1                               find #1
 *   2  find #2, before insert #1           │ insert #1
 *   3  insert #1                           │ find #2
 *   4  insert #2                           │ insert #2
 *      ✗ 2 rows for one user               │ ✓ returned
 * ```
 *
 * @module
 */

import {
  brokenIntoLines,
  displayWidth,
  printable,
} from "../../trace/text_width.ts";
import { nameCompletions } from "./names_of_completions.ts";
import type { RecordedRun, ScheduleEvent } from "../runs/run_outcome.ts";

/** Columns of the whole picture. */
const WIDTH = 78;

/** Columns for the number of a decision, at least. */
const DIGITS = 3;

/** Of a longer run, so many rows around the first difference are shown. */
const MOST_ROWS = 40;

/** Columns by which the continuation of a line is moved in. */
const INDENT = 2;

/** Columns between the two runs: a bar and a space. */
const GAP = 2;

/**
 * Draws two runs.
 *
 * @param failing the run that fails
 * @param passing one that passes, `null` when none is known
 * @returns lines of text
 */
export function drawSideBySide(
  failing: RecordedRun,
  passing: RecordedRun | null,
): string[] {
  const runs = passing === null ? [failing] : [failing, passing];
  const names = nameCompletions(runs);
  const columns = runs.map((run, index) => rowsOf(run, names[index]!));
  const length = Math.max(...columns.map((rows) => rows.length));
  const margin = Math.max(DIGITS, String(length).length) + GAP;
  const width = Math.floor((WIDTH - margin - GAP) / columns.length);
  const sizes: Sizes = { margin, width };
  const [left = [], right = []] = columns.map((rows) => endAt(rows, length));
  const differ = passing === null ? length : firstDifference(left, right);

  const lines = [joined("", "fails", passing === null ? "" : "passes", sizes)];
  for (const place of shownPlaces(length, differ)) {
    if (place === null) lines.push(`${" ".repeat(margin)}…`);
    else {
      const bar = place >= differ && passing !== null;
      lines.push(...drawRow(place, left[place], right[place], sizes, bar));
    }
  }
  return lines;
}

/** How many columns there are. */
interface Sizes {
  /** For the number of a decision. */
  readonly margin: number;
  /** For each of the runs. */
  readonly width: number;
}

/** A decision with what came of it. */
interface Row {
  /** Whether it is a decision, and not only the end. */
  readonly decides: boolean;
  readonly texts: string[];
}

function rowsOf(run: RecordedRun, names: ReadonlyMap<number, string>): Row[] {
  const rows: Row[] = [];
  for (const event of run.events) {
    if (event.kind === "decision") {
      rows.push({ decides: true, texts: [decisionText(event, names)] });
    } else if (event.kind === "violation") {
      if (rows.length === 0) rows.push({ decides: false, texts: [] });
      rows.at(-1)!.texts.push(`✗ ${event.message}`);
    }
  }
  const end = ending(run) ?? rows.at(-1)?.texts.splice(1).join(" ");
  if (end) rows.push({ decides: false, texts: [end] });
  return rows;
}

/** Moves the end of a run down, so that two runs end in the same row. */
function endAt(rows: readonly Row[], length: number): (Row | undefined)[] {
  const missing = length - rows.length;
  if (missing === 0 || rows.at(-1)?.decides) return [...rows];
  return [...rows.slice(0, -1), ...Array(missing), ...rows.slice(-1)];
}

type DecisionEvent = Extract<ScheduleEvent, { kind: "decision" }>;

function decisionText(
  { pending, delivered, label }: DecisionEvent,
  names: ReadonlyMap<number, string>,
): string {
  if (pending.length === 0) return label; // a value or a fault
  const name = (id: number) => names.get(id) ?? "?";
  if (delivered.length > 1) return `${delivered.map(name).join(" + ")} at once`;
  const [id] = delivered;
  const passedOver = pending.slice(0, pending.indexOf(id!));
  return passedOver.length === 0
    ? name(id!)
    : `${name(id!)}, before ${passedOver.map(name).join(" and ")}`;
}

/** How the run ended; `null` when a violation has said it. */
function ending({ failure, outcome }: RecordedRun): string | null {
  if (failure === null) return `✓ ${outcome}`;
  if (failure.kind === "violation") return null;
  if (failure.kind === "deadlock") return "✗ nobody can go on";
  const [first] = failure.error.message.split("\n");
  return failure.kind === "error"
    ? `✗ ${failure.error.name}: ${first}`
    : `✗ ${first}`;
}

type Column = readonly (Row | undefined)[];

function firstDifference(left: Column, right: Column): number {
  const text = (row: Row | undefined) => row?.texts.join("\n");
  let place = 0;
  while (place < left.length && text(left[place]) === text(right[place])) {
    place++;
  }
  return place;
}

/** Which rows are shown; `null` stands for some that are left out. */
function shownPlaces(length: number, differ: number): (number | null)[] {
  const all = Array.from({ length }, (_, place) => place);
  if (length <= MOST_ROWS) return all;
  const from = Math.max(0, Math.min(differ - 3, length - MOST_ROWS));
  const to = from + MOST_ROWS - 1;
  return [
    ...from > 0 ? [null] : [],
    ...all.slice(from, to),
    ...to < length - 1 ? [null] : [],
    length - 1,
  ];
}

function drawRow(
  place: number,
  left: Row | undefined,
  right: Row | undefined,
  sizes: Sizes,
  bar: boolean,
): string[] {
  const decides = left?.decides || right?.decides;
  const { margin, width } = sizes;
  const number = decides ? String(place + 1).padStart(margin - GAP) : "";
  const first = (left?.texts ?? []).flatMap((text) => wrap(text, width - 1));
  const second = (right?.texts ?? []).flatMap((text) => wrap(text, width - 1));
  const count = Math.max(first.length, second.length);
  return Array.from({ length: count }, (_, line) =>
    joined(
      line === 0 ? number : "",
      first[line] ?? "",
      second[line] ?? "",
      sizes,
      bar,
    ));
}

function joined(
  number: string,
  left: string,
  right: string,
  { margin, width }: Sizes,
  bar = false,
): string {
  const gap = bar ? "│ " : "  ";
  const rest = " ".repeat(Math.max(0, width - displayWidth(left)));
  return `${number.padEnd(margin)}${left}${rest}${gap}${right}`.trimEnd();
}

/** Breaks a text at its spaces; continued lines are indented. */
function wrap(text: string, width: number): string[] {
  const plain = printable(text);
  if (displayWidth(plain) <= width) return [plain];
  // All lines but the first are narrower by the indent.
  const [first = ""] = brokenIntoLines(plain, width);
  const rest = plain.slice(first.length).trimStart();
  const others = brokenIntoLines(rest, width - INDENT);
  return [first, ...others.map((line) => " ".repeat(INDENT) + line)];
}
