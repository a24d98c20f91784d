/**
 * Runs benches, one case after the other, in bounded time.
 *
 * The time is shared out among the cases that are still to come: one that was
 * quick leaves its rest to them.
 *
 * @module
 */

import {
  type Bench,
  type CaseResult,
  type Contestant,
  type Plan,
  runCase,
  type Runner,
} from "./harness.ts";
import type { BenchResult, BrokenCase } from "./report.ts";

/** What the measuring needs from outside. */
export interface Surroundings {
  /** Makes a contestant ready for its rounds. */
  start(
    bench: Bench,
    caseName: string,
    contestant: Contestant,
    size: number,
  ): Promise<Runner>;
  /** Milliseconds since the epoch. */
  now(): number;
  /** How many programs want a processor. */
  load(): number;
  /** Hears what is done: which case, and what in it. */
  onProgress(about: Progress): void;
  /** Hears what came out of a bench, as soon as it is over. */
  onResult(result: BenchResult): Promise<void>;
}

/** How far the measuring is. */
export interface Progress {
  /** The bench and the case. */
  readonly name: string;
  /** Which of the cases it is, the first being 1. */
  readonly nth: number;
  readonly cases: number;
  /** What goes on in it; absent when it begins. */
  readonly step?: string;
}

/**
 * Runs benches.
 *
 * @param benches which
 * @param plan how many rounds
 * @param milliseconds how long they may take in all; that is kept as long as each
 * case gets through its fewest rounds in its share
 * @param around what is needed from outside
 * @returns what came out
 */
export async function measure(
  benches: readonly Bench[],
  plan: Plan,
  milliseconds: number,
  around: Surroundings,
): Promise<readonly BenchResult[]> {
  const { start, now, load, onProgress, onResult } = around;
  const end = now() + milliseconds;
  const all = benches.reduce((sum, { cases }) => sum + cases.length, 0);
  let nth = 0;
  const results: BenchResult[] = [];
  for (const bench of benches) {
    const cases: CaseResult[] = [];
    const broken: BrokenCase[] = [];
    const begin = { time: minuteOf(now()), load: load() };
    for (const it of bench.cases) {
      const about = {
        name: `${bench.name}, ${it.name}`,
        nth: ++nth,
        cases: all,
      };
      onProgress(about);
      const left = all - nth + 1;
      try {
        cases.push(
          await runCase(
            it,
            plan,
            (contestant, size) => start(bench, it.name, contestant, size),
            (step) => onProgress({ ...about, step }),
            { milliseconds: Math.max((end - now()) / left, 0), now },
          ),
        );
      } catch (error) {
        broken.push({ name: it.name, why: String(error) });
      }
    }
    const result: BenchResult = {
      name: bench.name,
      about: bench.about,
      taken: {
        begin: begin.time,
        end: minuteOf(now()),
        load: [begin.load, load()],
      },
      cases,
      ...(broken.length > 0 && { broken }),
    };
    results.push(result);
    await onResult(result);
  }
  return results;
}

/** As in 2026-11-22T20:45Z. */
function minuteOf(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16)}Z`;
}
