/**
 * What the measurements of this chapter look like as data, and as a table.
 *
 * @module
 */

import committed from "./measured.json" with { type: "json" };

/** What was measured, where and when. */
export interface Measurements {
  /** The day, as in 2026-11-22. */
  readonly date: string;
  readonly machine: string;
  readonly rounds: number;
  /** Milliseconds for one unit of work, round by round, by contestant. */
  readonly samples: Readonly<Record<string, readonly number[]>>;
}

/** The measurements that the book shows. */
export const MEASURED: Measurements = committed;

/** The median and the quartiles of some ratios. */
export interface Ratio {
  readonly median: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * How many times as long one contestant took as another. They took turns, so
 * each round gives a ratio of two values that were measured side by side.
 *
 * @throws {Error} when one of them was not measured
 */
export function ratioOf(
  measurements: Measurements,
  name: string,
  base: string,
): Ratio {
  const bases = samplesOf(measurements, base);
  const ratios = samplesOf(measurements, name)
    .map((value, round) => value / bases[round]!)
    .sort((a, b) => a - b);
  return {
    median: quantile(ratios, 1 / 2),
    lower: quantile(ratios, 1 / 4),
    upper: quantile(ratios, 3 / 4),
  };
}

/**
 * The same by the best round of each: for what a neighbor on the machine would
 * spoil, such as the length of a pause.
 */
export function bestRatioOf(
  measurements: Measurements,
  name: string,
  base: string,
): number {
  const [best, ofBase] = [name, base].map((each) =>
    Math.min(...samplesOf(measurements, each))
  );
  return best! / ofBase!;
}

function samplesOf(
  { samples }: Measurements,
  name: string,
): readonly number[] {
  if (samples[name] !== undefined) return samples[name];
  throw new Error(`"${name}" was not measured; run measure.ts again`);
}

function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)]!;
  const above = sorted[Math.ceil(place)]!;
  return below + (above - below) * (place - Math.floor(place));
}

/** A line of a table: what was measured, a ratio, and its spread. */
export function ratioLine(label: string, ratio: Ratio): string {
  const { median, lower, upper } = ratio;
  const spread = `${formatRatio(lower)} … ${formatRatio(upper)}`;
  return `${label.padEnd(32)}${formatRatio(median).padStart(7)}   (${spread})`;
}

/** A ratio with the digits that mean something: `1/96`, `0.62`, `4.1`, `250`. */
export function formatRatio(ratio: number): string {
  if (ratio < 1 / 5) return `1/${formatRatio(1 / ratio)}`;
  if (ratio < 10) return ratio.toFixed(ratio < 1 ? 2 : 1);
  return Number(ratio.toPrecision(2)).toLocaleString("en");
}

/** Where and when it was measured, in a line. */
export function provenance({ machine, rounds, date }: Measurements): string {
  return `${date}, ${rounds} rounds, ${machine}`;
}
