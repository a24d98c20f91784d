/**
 * What `deno task run --python` prints of two runs.
 *
 * @module
 */

import { basename } from "node:path";
import { Trace, type TraceEvent } from "../mod.ts";
import { type Column, halfOf, inColumns } from "./columns.ts";
import { toldByBoth } from "./cpython/agreement.ts";
import { asciiOnly, terminalWidth, timelineFor } from "./picture.ts";

/** A timeline narrower than this is hard to read. */
const NARROWEST_TIMELINE = 56;

/** A run, and what it is called. */
export interface NamedRun<T> {
  readonly heading: string;
  readonly run: T;
}

/** Prints two outputs, beside each other if they fit. */
export function printOutputs(
  left: NamedRun<readonly string[]>,
  right: NamedRun<readonly string[]>,
  ascii: boolean,
): void {
  printColumns(
    { heading: left.heading, lines: left.run },
    { heading: right.heading, lines: right.run },
    ascii,
  );
}

/** Prints two timelines, beside each other where that leaves them readable. */
export function printTimelines(
  left: NamedRun<readonly TraceEvent[]>,
  right: NamedRun<readonly TraceEvent[]>,
  ascii: boolean,
): void {
  if (left.run.length + right.run.length === 0) return;
  const half = halfOf(terminalWidth());
  const width = half < NARROWEST_TIMELINE ? terminalWidth() : half;
  const draw = ({ heading, run }: typeof left): Column => {
    const trace = Trace.fromEvents(toldByBoth(run));
    return { heading, lines: timelineFor(trace, ascii, width).split("\n") };
  };
  console.log();
  printColumns(draw(left), draw(right), ascii);
}

function printColumns(left: Column, right: Column, ascii: boolean): void {
  const rule = asciiOnly(ascii) ? "-" : "─";
  console.log(inColumns(left, right, terminalWidth(), rule).join("\n"));
}

/** Prints what a program said on its error stream, if it did. */
export function printComplaints(path: string, text: string): void {
  if (text === "") return;
  console.log(`\n${basename(path)}, on the error stream:\n${text}`);
}

/**
 * Prints whether two runs agree.
 *
 * @param agree whether they do
 * @param reason why, or why not
 * @returns the exit code
 */
export function verdict(agree: boolean, reason: string): number {
  const [word, color] = agree ? ["Agree", "green"] : ["Differ", "red"];
  console.log(`\n%c${word}%c: ${reason}`, `color: ${color}`, "");
  return agree ? 0 : 1;
}

/** A number of things: `1 line`, `2 lines`. */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
