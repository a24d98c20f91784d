/**
 * Results as a table for the terminal.
 *
 * @module
 */

import { formatRatio, formatSpread, formatValue } from "./format.ts";
import type { CaseResult, Result } from "./harness.ts";
import {
  type BenchResult,
  type Machine,
  type Report,
  wasQuiet,
} from "./report.ts";

const HEAD = ["", "median", "quartiles", "ratio", "quartiles", "goal", ""];

/**
 * Draws everything that a run found out.
 *
 * @param report the run
 * @returns lines of text
 */
export function drawReport({ machine, plan, benches }: Report): string {
  const rows = benches.flatMap(({ cases }) => cases.flatMap(rowsOf));
  const widths = widthsOf([HEAD, ...rows]);
  const blocks = benches.map(({ name, about, cases, broken = [] }) =>
    [
      `${name}: ${about}`,
      ...cases.flatMap((it) => [
        "",
        line([it.name, ...HEAD.slice(1)], widths, "  "),
        ...rowsOf(it).map((row) => line(row, widths, "    ")),
      ]),
      ...broken.flatMap(({ name, why }) => [
        "",
        `  ${name}  broken: ${why.split("\n")[0]}`,
      ]),
    ].join("\n")
  );
  return [
    ...blocks,
    [
      `Medians of ${plan.rounds} rounds at most, in turns, each contestant in a process of its own.`,
      "ratio: its value over loopbook's, round by round; more is better for loopbook.",
      "1/10: it did a tenth of the work, and its value is scaled up.",
      describeMachine(machine),
      ...describeLoad(benches),
    ].join("\n"),
  ].join("\n\n");
}

function describeMachine(machine: Machine): string {
  const { cpu, cores, memoryGiB, system, deno, v8, python } = machine;
  return [
    `${cpu}, ${cores} cores, ${memoryGiB} GiB, ${system}`,
    `Deno ${deno}, V8 ${v8}`,
    python === null ? "no python3" : `CPython ${python}`,
  ].join("; ");
}

function describeLoad(benches: readonly BenchResult[]): string[] {
  const taken = benches.flatMap(({ taken }) => taken ?? []);
  if (taken.length === 0) return [];
  const loads = taken.flatMap(({ load }) => load);
  const range = `${Math.min(...loads)} to ${Math.max(...loads)}`;
  return [
    taken.every(wasQuiet)
      ? `The machine was quiet: load ${range}, our own program included.`
      : `The machine was busy with other things: load ${range}, where 1 is our own; trust no single value.`,
  ];
}

function rowsOf(it: CaseResult): string[][] {
  return [it.ours, ...it.peers].map((result) => rowOf(it, result));
}

function rowOf({ unit, limit, ours }: CaseResult, result: Result): string[] {
  const name = result.oneIn === 1
    ? result.name
    : `${result.name} (1/${result.oneIn})`;
  if (result.value === null) return [name, result.absent ?? "absent"];
  const value = (amount: number) => formatValue(amount, unit);
  const columns = [
    name,
    value(result.value.median),
    formatSpread(result.value, value),
  ];
  if (result === ours) {
    if (limit === null) return columns;
    const verdict = verdictOf(result.value.median <= limit);
    return [...columns, "", "", `≤ ${value(limit)}`, verdict];
  }
  if (result.ratio === null) return columns;
  columns.push(
    formatRatio(result.ratio.median),
    formatSpread(result.ratio, formatRatio),
  );
  if (result.goal === null) return columns;
  const verdict = verdictOf(result.ratio.median >= result.goal);
  return [...columns, `≥ ${formatRatio(result.goal)}`, verdict];
}

function verdictOf(reached: boolean): string {
  return reached ? "pass" : "below";
}

/** The width of each column; an absent one's reason may run over. */
function widthsOf(rows: readonly string[][]): number[] {
  return HEAD.map((_, column) =>
    Math.max(
      ...rows.filter((row) => row.length !== 2)
        .map((row) => (row[column] ?? "").length),
      column === 0 ? Math.max(...rows.map((row) => row[0]!.length)) + 2 : 0,
    )
  );
}

/** Names to the left, numbers to the right. */
function line(
  cells: readonly string[],
  widths: readonly number[],
  indent: string,
): string {
  const [name, ...numbers] = cells;
  const room = widths[0]! + 2 - indent.length;
  const padded = numbers.map((cell, index) =>
    numbers.length === 1 ? cell : cell.padStart(widths[index + 1]!)
  );
  return [indent + name!.padEnd(room), ...padded].join("  ").trimEnd();
}
