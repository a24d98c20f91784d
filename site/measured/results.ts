/**
 * What was measured and kept: every file of `benches/results`.
 *
 * @module
 */

import type { CaseResult, Result } from "../../benches/harness.ts";
import type { BenchResult, Machine, Report } from "../../benches/report.ts";

/** What came out of a bench, and where. */
export interface Measured extends BenchResult {
  /** The day, as in 2026-11-22. */
  readonly date: string;
  readonly machine: Machine;
  /** The file it is kept in, from the project's root. */
  readonly file: string;
}

/** Something that was asked for in advance, and what came out. */
export interface Asked {
  readonly bench: string;
  readonly caseName: string;
  /** Whom we are compared with; `null` for a limit of our own. */
  readonly peer: string | null;
  /** At least so many times the other's value, or at most so much. */
  readonly asked: number;
  readonly got: number;
  readonly unit: "times" | "ms" | "bytes";
  readonly reached: boolean;
}

/** The folder, from the project's root. */
export const RESULTS = "benches/results";

/**
 * Reads what is kept, each bench as it was last measured.
 *
 * @param folder where the files lie
 * @returns the results by the name of the bench
 * @throws {Error} when a file holds something else
 */
export function readMeasured(folder = RESULTS): Map<string, Measured> {
  const newest = new Map<string, Measured>();
  const files = [...Deno.readDirSync(folder)]
    .map(({ name }) => name)
    .filter((name) => name.endsWith(".json"))
    .sort();
  for (const name of files) {
    const file = `${folder}/${name}`;
    const { date, machine, benches } = readReport(file);
    for (const bench of benches) {
      const measured = { ...bench, date, machine, file };
      const other = newest.get(bench.name);
      if (other !== undefined && timeOf(other) > timeOf(measured)) continue;
      newest.set(bench.name, measured);
    }
  }
  return newest;
}

function readReport(file: string): Report {
  let report: Partial<Report>;
  try {
    report = JSON.parse(Deno.readTextFileSync(file));
  } catch (error) {
    throw new Error(
      `${file}: not JSON (${
        (error as Error).message
      }); make it anew with deno task bench --out=${file}`,
    );
  }
  if (!Array.isArray(report.benches)) {
    throw new Error(
      `${file}: no results of deno task bench; keep other things elsewhere`,
    );
  }
  return report as Report;
}

/** Older files know the day only. */
function timeOf({ taken, date }: Measured): string {
  return taken?.end ?? date;
}

/**
 * Looks up everything that was asked for.
 *
 * @param bench what came out of a bench
 * @returns it, in the order in which it was measured
 */
export function askedOf(bench: BenchResult): Asked[] {
  return bench.cases.flatMap((it) => [
    ...askedOfOurselves(bench.name, it),
    ...it.peers.flatMap((peer) => askedBesides(bench.name, it, peer)),
  ]);
}

function askedOfOurselves(
  bench: string,
  { name, limit, ours, unit }: CaseResult,
): Asked[] {
  if (limit === null || ours.value === null) return [];
  const got = ours.value.median;
  return [{
    bench,
    caseName: name,
    peer: null,
    asked: limit,
    got,
    unit,
    reached: got <= limit,
  }];
}

function askedBesides(
  bench: string,
  { name }: CaseResult,
  { name: peer, goal, ratio }: Result,
): Asked[] {
  if (goal === null || ratio === null) return [];
  const got = ratio.median;
  return [{
    bench,
    caseName: name,
    peer,
    asked: goal,
    got,
    unit: "times",
    reached: got >= goal,
  }];
}
