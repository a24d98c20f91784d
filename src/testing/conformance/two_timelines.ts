/**
 * Two runs of one program beside each other: down goes time, each speaker has a
 * lane, and an arrow stands where the runs part.
 *
 * @module
 */

import { type Colors, NO_COLORS } from "./colors.ts";

/** So many lines are drawn after the first difference. */
const AFTER = 4;

/** So many before it, when there are more. */
const BEFORE = 12;

/**
 * Draws two runs.
 *
 * @param left what was to come: lines of `<milliseconds> <who> <text>`
 * @param right what came
 * @param titles what stands above them
 * @param colors how a terminal shows what matters
 * @returns lines of text
 */
export function twoTimelines(
  left: readonly string[],
  right: readonly string[],
  titles: readonly [string, string],
  colors: Colors = NO_COLORS,
): string[] {
  const at = firstDifference(left, right);
  const lanes = [
    ...new Set([...left, ...right].map((line) => parse(line).who)),
  ];
  const first = Math.max(0, at - BEFORE);
  const last = Math.min(Math.max(left.length, right.length), at + AFTER);
  const sides = [left, right].map((lines) =>
    Array.from(
      { length: last - first },
      (_, row) => draw(lines[first + row], lanes, first + row === lines.length),
    )
  );
  const width = Math.max(
    titles[0].length,
    ...sides[0]!.map(({ length }) => length),
  );
  const rows = sides[0]!.map((mine, row) => {
    const index = first + row;
    const other = sides[1]![row]!;
    const text = `${mine.padEnd(width)}   ${other}`.trimEnd();
    if (index === at) {
      return colors.wrong(`${mine.padEnd(width)} ≠ ${other}`.trimEnd());
    }
    return index < at ? text : colors.faint(text);
  });
  return [
    colors.strong(`${titles[0].padEnd(width)}   ${titles[1]}`),
    ...first > 0 ? [colors.faint(`… ${first} equal lines …`)] : [],
    ...rows,
  ];
}

/** The first line that differs, from 0; -1 when all are equal. */
export function firstDifference(
  left: readonly string[],
  right: readonly string[],
): number {
  const longer = left.length > right.length ? left : right;
  return longer.findIndex((_, index) => left[index] !== right[index]);
}

function draw(
  line: string | undefined,
  lanes: readonly string[],
  isEnd: boolean,
): string {
  if (line === undefined) return isEnd ? "       (nothing more)" : "";
  const { time, who, text } = parse(line);
  const marks = lanes.map((lane) => lane === who ? "●" : "│").join(" ");
  return `${time.padStart(5)}  ${marks}  ${who}: ${text}`;
}

function parse(line: string): { time: string; who: string; text: string } {
  const [time = "", who = "", ...words] = line.split(" ");
  return { time, who, text: words.join(" ") };
}
