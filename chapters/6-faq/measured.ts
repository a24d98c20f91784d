/**
 * What `deno task bench faq --json` has written, as rows of ratios.
 *
 * @module
 */

import { type Coroutine, fromPromise } from "../../mod.ts";

const RESULTS = new URL("../../benches/results/faq.json", import.meta.url);

/** What was measured, as far as it is shown here. */
export interface Report {
  readonly date: string;
  readonly machine: {
    readonly cpu: string;
    readonly cores: number;
    readonly deno: string;
    readonly python: string | null;
  };
  readonly benches: readonly { readonly cases: readonly Case[] }[];
}

interface Case {
  readonly name: string;
  readonly ours: Contestant;
  readonly peers: readonly Contestant[];
}

interface Contestant {
  readonly name: string;
  /** Milliseconds, one value for each round. */
  readonly samples: readonly number[];
}

/** Reads what was measured. */
export function* readReport(): Coroutine<Report> {
  return JSON.parse(yield* fromPromise(Deno.readTextFile(RESULTS)));
}

/**
 * The times of some contestants as multiples of the first one's.
 *
 * @param report what was measured
 * @param caseName the case
 * @param names the contestants; those that were absent get no row
 * @returns lines of text
 */
export function rows(
  report: Report,
  caseName: string,
  names: readonly string[],
): string[] {
  const found = report.benches.flatMap(({ cases }) => cases)
    .find(({ name }) => name === caseName);
  if (found === undefined) {
    throw new RangeError(
      `No case "${caseName}" in the results; run deno task bench faq --json`,
    );
  }
  const all = [found.ours, ...found.peers];
  const chosen = names.flatMap((name) =>
    all.filter((one) => one.name === name && one.samples.length > 0)
  );
  const [base] = chosen;
  return chosen.map((one) => {
    const ratio = medianOf(
      one.samples.map((sample, round) => sample / base!.samples[round]!),
    );
    return `  ${one.name.padEnd(40)} ${shown(ratio).padStart(6)} ×`;
  });
}

/** When and where it was measured. */
export function provenance({ date, machine }: Report): string[] {
  const { cpu, cores, deno, python } = machine;
  return [
    `${date}, ${cpu}, ${cores} cores`,
    `Deno ${deno}, CPython ${python}`,
  ];
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
}

function shown(ratio: number): string {
  if (ratio === 1) return "1";
  return ratio < 10 ? ratio.toFixed(1) : String(Math.round(ratio));
}
