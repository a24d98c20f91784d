/**
 * Results that are kept: a file holds those of one machine, each bench as it was
 * last measured. So a long run that was broken off goes on by naming the benches
 * that are missing.
 *
 * @module
 */

import type { BenchResult, Machine, Report } from "./report.ts";

/** Why results can't go into a file. */
export class OtherMachine extends Error {
  override readonly name: string = "OtherMachine";
}

/**
 * Reads results.
 *
 * @param path the file
 * @returns what is in it; `null` when there is none
 */
export async function readResults(path: string): Promise<Report | null> {
  try {
    return JSON.parse(await Deno.readTextFile(path));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

/**
 * Checks that results of this machine may be added to others.
 *
 * @param kept the others
 * @param machine this machine
 * @throws {OtherMachine} when they were measured elsewhere, or with other versions
 */
export function expectSameMachine(
  kept: Report,
  machine: Machine,
): void {
  for (const key of Object.keys(machine) as (keyof Machine)[]) {
    if (kept.machine[key] === machine[key]) continue;
    throw new OtherMachine(
      `they were measured with ${key} "${kept.machine[key]}", and here it is "${
        machine[key]
      }"`,
    );
  }
}

/**
 * Puts one result among others, in the place of an earlier one of its bench.
 *
 * @param kept the others; `null` when there are none
 * @param fresh a report with the result of one bench or of several
 * @returns all of them
 */
export function addResults(kept: Report | null, fresh: Report): Report {
  if (kept === null) return fresh;
  const renewed = new Map(fresh.benches.map((bench) => [bench.name, bench]));
  const benches: BenchResult[] = kept.benches.map((bench) => {
    const again = renewed.get(bench.name);
    renewed.delete(bench.name);
    return again ?? bench;
  });
  return { ...fresh, benches: [...benches, ...renewed.values()] };
}

/**
 * Results as JSON, without digits that mean nothing.
 *
 * @param report the results
 * @returns the text of a file
 */
export function toJson(report: Report): string {
  const round = (_: string, value: unknown) =>
    typeof value === "number" ? Number(value.toPrecision(6)) : value;
  return `${JSON.stringify(report, round, 2)}\n`;
}
