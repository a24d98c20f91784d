/**
 * Shows a program that runs differently in CPython.
 *
 * @module
 */
import type { Comparison } from "./comparison.ts";
import { toSources } from "./sources.ts";

/** So many lines are shown before the first that differs, and after it. */
const BEFORE = 30;
const AFTER = 5;

/**
 * A program in both languages, and both runs side by side.
 *
 * @param comparison what differs
 * @returns a text for the terminal
 */
export function report(comparison: Comparison): string {
  const { python, typescript, remarks } = toSources(
    comparison.program,
    comparison.journal,
  );
  return [
    "",
    "── Python ".padEnd(78, "─"),
    python,
    "── TypeScript ".padEnd(78, "─"),
    typescript,
    ...remarks.map((remark) => `Note: ${remark}`),
    "── both runs: time in ms, pass, what happened ".padEnd(78, "─"),
    sideBySide(comparison),
  ].join("\n");
}

/** Both tapes around the first difference. */
export function sideBySide({ ours, theirs, differsAt }: Comparison): string {
  const first = Math.max(0, differsAt - BEFORE);
  const last = Math.min(
    Math.max(ours.length, theirs.length),
    differsAt + AFTER,
  );
  const rows: [string, string, string][] = [["CPython", " ", "loopbook"]];
  for (let row = first; row < last; row++) {
    const [left = "", right = ""] = [theirs[row], ours[row]];
    rows.push([left, left === right ? " " : "≠", right]);
  }
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, sign, right]) =>
    `${left.padEnd(width)}  ${sign}  ${right}`.trimEnd()
  ).join("\n");
}
