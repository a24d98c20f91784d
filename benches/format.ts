/**
 * How measured numbers are written, in the terminal and in pages.
 *
 * @module
 */

import type { Summary } from "./statistics.ts";

/** Writes a value with three digits that mean something. */
export function formatValue(value: number, unit: "ms" | "bytes"): string {
  if (unit === "ms") return `${digits(value)} ms`;
  return `${Math.round(value).toLocaleString("en")} B`;
}

/** Writes how many times one value is another. */
export function formatRatio(ratio: number): string {
  return `${digits(ratio)} ×`;
}

/** Writes from where to where half of the values lie. */
export function formatSpread(
  { lower, upper }: Summary,
  format: (value: number) => string,
): string {
  return `${format(lower)} … ${format(upper)}`;
}

function digits(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString("en");
  if (value >= 0.1) return value.toFixed(value >= 10 ? 1 : 2);
  return value.toLocaleString("en", { maximumSignificantDigits: 2 });
}
