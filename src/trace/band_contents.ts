import type { Band, Gap, Mark, Measures } from "./bands.ts";
import type { Picture } from "./picture.ts";

/**
 * Finds the rows that have something in a band.
 *
 * @param picture what is drawn
 * @param band a part of it
 * @returns their numbers, from top to bottom
 */
export function rowsIn(picture: Picture, band: Band): number[] {
  const first = 2 * band.first;
  const last = first + 2 * band.columns.length;
  const present = new Set(band.columns.map(({ column }) => column.row));
  picture.rows.forEach(({ spans }, row) => {
    if (spans.some(({ from, to }) => from < last && to > first)) {
      present.add(row);
    }
  });
  return [...present].sort((a, b) => a - b);
}

/**
 * Finds where the label of the time before a gap ends: the axis begins there.
 *
 * @param band the band
 * @param gap one of its gaps
 * @param measures the sizes it was laid out with
 * @returns the right end of the label, 0 when there is none
 */
export function labelEndBefore(
  band: Band,
  gap: Gap,
  measures: Measures,
): number {
  const mark = band.instants.findLast(({ x }) => x < gap.x);
  return mark ? mark.x + measures.labelWidth(mark.label) : 0;
}

/**
 * Picks the labels that can stand beside each other, from left to right.
 *
 * @param marks all of them
 * @param width how wide a label is
 * @param space what must lie between two of them
 * @returns those that don't run into the one before
 */
export function legible(
  marks: readonly Mark[],
  width: (label: string) => number,
  space: number,
): Mark[] {
  let end = -Infinity;
  return marks.filter(({ x, label }) => {
    if (x < end + space) return false;
    end = x + width(label);
    return true;
  });
}
