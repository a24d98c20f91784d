/**
 * The place where two runs part, as a table.
 *
 * @module
 */
import stringWidth from "npm:string-width@9.0.0";
import type { Moment } from "./agreement.ts";

/** So many moments are shown before the first that differs, and after it. */
const BEFORE = 6;
const AFTER = 3;

/** What one side told, and its name. */
export interface Side {
  readonly heading: string;
  readonly moments: readonly Moment[];
}

/**
 * Sets two sequences of moments beside each other around their first difference.
 *
 * @param differsAt the first moment that differs, from 0
 * @param left the one side
 * @param right the other
 * @returns lines of text
 */
export function momentsAround(
  differsAt: number,
  left: Side,
  right: Side,
): string {
  const rows = [["ms", left.heading, " ", "ms", right.heading]];
  for (
    let row = Math.max(0, differsAt - BEFORE);
    row <= differsAt + AFTER;
    row++
  ) {
    const [one, other] = [left.moments[row], right.moments[row]];
    if (one === undefined && other === undefined) break;
    const sign = row === differsAt ? "≠" : " ";
    rows.push([...cellsOf(one), sign, ...cellsOf(other)]);
  }
  const widths = rows[0]!.map((_, column) =>
    Math.max(...rows.map((row) => stringWidth(row[column]!)))
  );
  return rows.map((row) =>
    row.map((cell, column) => {
      const filler = " ".repeat(widths[column]! - stringWidth(cell));
      return column % 3 === 0 ? filler + cell : cell + filler;
    }).join("  ").trimEnd()
  ).join("\n");
}

function cellsOf(moment: Moment | undefined): [string, string] {
  return moment === undefined
    ? ["", "(over)"]
    : [String(moment.time), moment.what];
}
