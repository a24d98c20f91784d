/**
 * Which columns of a picture are at the same time.
 *
 * A virtual clock stands still while anything runs, and what it shows is exact.
 * A real clock moves a little in every pass: there, times that differ by less
 * than a hundredth of the whole run are taken for the same instant, and they are
 * written as seen from the first event. Nothing in a trace says which clock
 * it was, but real times are never all multiples of a quarter millisecond.
 *
 * @module
 */

import type { Column, Picture } from "./picture.ts";

/** The times of a picture's columns. */
export interface Instants {
  /** What times are written in. */
  readonly unit: "ms" | "s";
  /** The milliseconds between two columns, 0 when it counts as none. */
  elapsed(before: Column, after: Column): number;
  /** Whether two columns begin at different times. */
  moved(before: Column, after: Column): boolean;
  /** When a column happened, as text. */
  label(column: Column): string;
}

/** From here on times are written in seconds. */
const SECONDS_FROM = 10_000;

/**
 * Reads the times of a picture's columns.
 *
 * @param picture the picture
 * @returns what is the same instant, and how times are written
 */
export function readInstants({ columns, reading }: Picture): Instants {
  const exact = reading.turns.every(({ time }) => Number.isInteger(4 * time));
  const total = reading.end - reading.start;
  const instant = exact ? 0 : total / 100;
  const origin = exact ? 0 : reading.start;
  const last = columns.at(-1);
  const unit = last && endOf(last) - origin >= SECONDS_FROM ? "s" : "ms";
  const digits = exact ? 6 : Math.max(0, 2 - Math.floor(Math.log10(total)));
  const write = (time: number): string => {
    const value = (time - origin) / (unit === "s" ? 1000 : 1);
    return String(Number(value.toFixed(unit === "s" ? digits + 3 : digits)));
  };
  return {
    unit,
    elapsed(before, after) {
      const elapsed = startOf(after) - endOf(before);
      return elapsed > instant ? elapsed : 0;
    },
    moved(before, after) {
      return startOf(after) - startOf(before) > instant;
    },
    label(column) {
      const from = startOf(column), to = endOf(column);
      return to - from > instant ? `${write(from)}–${write(to)}` : write(from);
    },
  };
}

function startOf(column: Column): number {
  return column.turns[0]?.time ?? 0;
}

function endOf(column: Column): number {
  const turn = column.turns.at(-1);
  return turn ? turn.until : 0;
}
