/**
 * A run of the benches as data: what `--json` prints and `results/` keeps.
 *
 * @module
 */

import { cpus, loadavg, totalmem } from "node:os";
import type { CaseResult, Plan } from "./harness.ts";

/** Where it was measured. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly system: string;
  readonly deno: string;
  readonly v8: string;
  /** The version of `python3`, `null` where there is none. */
  readonly python: string | null;
}

/** A case that broke: the others are none the worse for it. */
export interface BrokenCase {
  readonly name: string;
  /** What happened. */
  readonly why: string;
}

/**
 * When a bench ran, and how busy the machine was: how many programs wanted a
 * processor, on average over the last minute. The bench's own is one of them.
 */
export interface Taken {
  /** In UTC, as in 2026-11-22T20:45Z. */
  readonly begin: string;
  readonly end: string;
  /** The load as it began and as it ended. */
  readonly load: readonly [begin: number, end: number];
}

/** What came out of one bench. */
export interface BenchResult {
  readonly name: string;
  readonly about: string;
  readonly cases: readonly CaseResult[];
  /** The cases that broke; absent when all went well. */
  readonly broken?: readonly BrokenCase[];
  /** Absent in results from before this was noted. */
  readonly taken?: Taken;
}

/** What came out of a run. */
export interface Report {
  /** The day, as in 2026-11-22. */
  readonly date: string;
  readonly machine: Machine;
  readonly plan: Plan;
  readonly benches: readonly BenchResult[];
}

/** More than the bench's own program, and half a processor for what it starts. */
const QUIET = 1.5;

/**
 * Tells whether a bench had the machine for itself.
 *
 * @param taken when it ran
 * @returns `false` when somebody else wanted a processor, too
 */
export function wasQuiet({ load }: Taken): boolean {
  return Math.max(...load) <= QUIET;
}

/**
 * How many programs want a processor.
 *
 * @returns the average over the last minute
 */
export function loadNow(): number {
  return Math.round(loadavg()[0]! * 100) / 100;
}

/**
 * Looks at the machine.
 *
 * @returns what matters for a measurement
 */
export async function thisMachine(): Promise<Machine> {
  const processors = cpus();
  return {
    cpu: processors[0]?.model ?? "unknown",
    cores: processors.length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${Deno.build.os} ${Deno.build.arch}`,
    deno: Deno.version.deno,
    v8: Deno.version.v8,
    python: await pythonVersion(),
  };
}

async function pythonVersion(): Promise<string | null> {
  try {
    const { stdout } = await new Deno.Command("python3", {
      args: ["--version"],
    }).output();
    return new TextDecoder().decode(stdout).trim().replace("Python ", "");
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}
