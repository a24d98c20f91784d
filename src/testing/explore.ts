/**
 * Exploring: a body is run under one schedule after another.
 *
 * @module
 */

import type { Body } from "./body.ts";
import type { Strategy } from "./chooser.ts";
import { Exhaustive } from "./exhaustive.ts";
import { findOut } from "./failure_story.ts";
import { type ExploreOptions, type Plan, planOf } from "./options.ts";
import { PctSchedules } from "./pct.ts";
import { RandomSchedules } from "./random.ts";
import { onStage } from "./stage.ts";
import { ScheduleError } from "./schedule_error.ts";
import { searchSchedules, Tally } from "./search.ts";

/** What an exploration has seen. */
export interface ExploreReport {
  /** How many schedules were run. */
  readonly schedules: number;
  /** Whether these were all there are. */
  readonly exhausted: boolean;
  /** In how many ways the body came out. */
  readonly distinctOutcomes: number;
  /** The most decisions in one schedule. */
  readonly maxDepth: number;
  /** The decisions in all schedules together. */
  readonly decisions: number;
}

/**
 * Runs a body again and again, each time under another order of what the host
 * may decide, until a schedule fails or all are done.
 *
 * @param body gets a {@linkcode World}; an async function, or a generator function
 * for coroutines on this library's loop
 * @param options which schedules, and how many
 * @returns what was seen
 * @throws {ScheduleError} for the first schedule under which the body fails
 * @throws {TypeError} when there is no such option, or the body is no body
 * @throws {RangeError} when an option is out of range
 *
 * @example
 * ```ts
 * import { explore } from "@loopbook/loopbook";
 * import { assertEquals } from "@std/assert";
 *
 * const report = await explore(async ({ io, check }) => {
 *   let visits = 0;
 *   async function visit() {
 *     await io("read");
 *     visits++; // read and written without a wait between
 *     await io("write");
 *   }
 *   await Promise.all([visit(), visit()]);
 *   check(visits === 2);
 * });
 * assertEquals(report.exhausted, true);
 * ```
 */
export async function explore(
  body: Body,
  options: ExploreOptions = {},
): Promise<ExploreReport> {
  const plan = planOf(options);
  const tally = new Tally();
  await onStage("explore", body, plan, async (stage) => {
    const found = await stage.driver.drive(searchSchedules({
      runs: stage.runs,
      rejections: stage.rejections,
      clock: stage.clock,
      strategy: strategyOf(plan),
      limits: { ...plan, stopAtFailure: true },
      tally,
    }));
    if (found !== null) {
      throw new ScheduleError({
        ...await findOut(stage, plan, found),
        number: tally.schedules,
        seed: plan.strategy === "exhaustive" ? null : plan.seed,
      });
    }
    checkDecided(tally);
  });
  return reportOf(tally);
}

/**
 * Counts the schedules that fail, instead of ending at the first.
 *
 * @param body as for `explore`
 * @param options as for `explore`
 * @returns what was seen, with the number of failures and how the body came out
 */
export async function survey(
  body: Body,
  options: ExploreOptions = {},
): Promise<
  ExploreReport & {
    readonly failures: number;
    readonly outcomes: ReadonlySet<string>;
  }
> {
  const plan = planOf(options);
  const tally = new Tally();
  await onStage("survey", body, plan, async (stage) => {
    await stage.driver.drive(searchSchedules({
      runs: stage.runs,
      rejections: stage.rejections,
      clock: stage.clock,
      strategy: strategyOf(plan),
      limits: { ...plan, stopAtFailure: false },
      tally,
    }));
  });
  const { failures, outcomes } = tally;
  return { ...reportOf(tally), failures, outcomes };
}

function strategyOf(plan: Plan): Strategy {
  switch (plan.strategy) {
    case "exhaustive":
      return new Exhaustive(plan, plan.shard);
    case "random":
      return new RandomSchedules(plan, plan.seed, plan.shard);
    case "pct":
      return new PctSchedules(plan);
  }
}

function checkDecided({ decisions }: Tally): void {
  if (decisions > 0) return;
  throw new Error(
    "Nothing to explore: the body never waited for the schedule; let what it waits for go through io(), choose() or a timer",
  );
}

function reportOf(tally: Tally): ExploreReport {
  const { schedules, exhausted, outcomes, maxDepth, decisions } = tally;
  return {
    schedules,
    exhausted,
    distinctOutcomes: outcomes.size,
    maxDepth,
    decisions,
  };
}
