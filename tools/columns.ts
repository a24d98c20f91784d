/**
 * Two texts beside each other, or under each other where there is no room.
 *
 * @module
 */
import stringWidth from "npm:string-width@9.0.0";

/** A text with its heading. */
export interface Column {
  readonly heading: string;
  readonly lines: readonly string[];
}

const GAP = "   ";

/** How wide each of two columns may be that share `width`. */
export function halfOf(width: number): number {
  return Math.floor((width - GAP.length) / 2);
}

/**
 * Sets two texts beside each other if both fit, else under each other.
 *
 * @param left the one
 * @param right the other
 * @param width how many columns of the terminal there are
 * @param rule the character that underlines a heading
 * @returns lines of text
 */
export function inColumns(
  left: Column,
  right: Column,
  width: number,
  rule = "─",
): string[] {
  const [one, other] = [rowsOf(left, rule), rowsOf(right, rule)];
  if (one.widest + GAP.length + other.widest > width) {
    return [...one.lines, "", ...other.lines];
  }
  const rows = Math.max(one.lines.length, other.lines.length);
  return Array.from({ length: rows }, (_, row) => {
    const [here = "", there = ""] = [one.lines[row], other.lines[row]];
    if (there === "") return here;
    const filler = " ".repeat(one.widest - stringWidth(here));
    return `${here}${filler}${GAP}${there}`;
  });
}

function rowsOf({ heading, lines }: Column, rule: string) {
  const underline = rule.repeat(stringWidth(heading));
  const rows = [heading, underline, ...lines];
  return {
    lines: rows,
    widest: Math.max(...rows.map((row) => stringWidth(row))),
  };
}
