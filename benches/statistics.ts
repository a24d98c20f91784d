/**
 * What is said of a row of measurements: the median, and the quartiles as its
 * spread. A mean would not do: on a machine that does other things as well, one
 * measurement in twenty may be twice the others.
 *
 * @module
 */

/** A row of measurements in three numbers. */
export interface Summary {
  /** The value in the middle. */
  readonly median: number;
  /** A quarter of the values lie below. */
  readonly lower: number;
  /** A quarter of the values lie above. */
  readonly upper: number;
}

/**
 * Sums up a row of measurements.
 *
 * @param values the measurements, in any order
 * @returns median and quartiles
 * @throws {RangeError} when there are none
 */
export function summarize(values: readonly number[]): Summary {
  if (values.length === 0) {
    throw new RangeError("Nothing was measured; at least one round is needed");
  }
  const sorted = values.toSorted((a, b) => a - b);
  return {
    median: quantile(sorted, 1 / 2),
    lower: quantile(sorted, 1 / 4),
    upper: quantile(sorted, 3 / 4),
  };
}

/** The value below which a share lies, interpolated between neighbors. */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)]!;
  const above = sorted[Math.ceil(place)]!;
  return below + (above - below) * (place - Math.floor(place));
}
