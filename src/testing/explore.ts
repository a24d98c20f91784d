/**
 * Exploring: a body is run under one schedule after another.
 *
 * @module
 */

import type { Body } from "./body.ts";
import type { Strategy } from "./chooser.ts";
import { Checkpoint } from "./checkpoint.ts";
import { Exhaustive } from "./exhaustive.ts";
import { shortSpelling } from "./failure_message.ts";
import { findOut } from "./failure_story.ts";
import { LongSearch } from "./long_search.ts";
import { type ExploreOptions, type Plan, planOf } from "./options.ts";
import { PctSchedules } from "./pct.ts";
import { RandomSchedules } from "./random.ts";
import { ScheduleError } from "./schedule_error.ts";
import { type Found, searchSchedules, Tally } from "./search.ts";
import { onStage, type Stage } from "./stage.ts";
import { keptSchedules, tryKept } from "./try_kept.ts";

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
  const kept = keptSchedules(body, plan);
  await onStage("explore", body, plan, async (stage) => {
    const stale = kept === null ? [] : await tryKept(stage, plan, kept);
    const { found } = await search(stage, plan, tally, true);
    if (found !== null) {
      const finding = await findOut(stage, plan, found);
      const spelling = shortSpelling(finding.failing.schedule);
      throw new ScheduleError({
        ...finding,
        number: tally.schedules,
        seed: plan.strategy === "exhaustive" ? null : plan.seed,
        saved: kept?.add(spelling, stale) ?? null,
      });
    }
    checkDecided(tally);
  });
  return reportOf(tally);
}

/** Searches, with company when it takes long. */
async function search(
  stage: Stage,
  plan: Plan,
  tally: Tally,
  stopAtFailure: boolean,
): Promise<{ found: Found | null; place: string }> {
  const strategy = strategyOf(plan);
  const checkpoint = plan.checkpoint === null
    ? null
    : new Checkpoint(plan.checkpoint, plan, stage.clock);
  if (plan.from !== "") strategy.goTo(plan.from);
  else checkpoint?.restore(strategy, tally);
  const company = new LongSearch({
    tally,
    share: () => strategy.share(),
    resume: () => resumeOptions(plan, strategy),
  }, stage.clock);
  try {
    const found = await stage.driver.drive(searchSchedules({
      runs: stage.runs,
      rejections: stage.rejections,
      clock: stage.clock,
      strategy,
      limits: { ...plan, stopAtFailure },
      tally,
      onTurn() {
        company.turn();
        checkpoint?.turn(strategy, tally);
      },
    }));
    if (found !== null || tally.exhausted) checkpoint?.remove();
    else checkpoint?.write(strategy, tally);
    return { found, place: strategy.place() };
  } finally {
    company.close();
  }
}

/** The options that decide where a search is, as one writes them. */
function resumeOptions(plan: Plan, strategy: Strategy): string {
  const drawn = plan.strategy === "exhaustive"
    ? ""
    : `strategy: "${plan.strategy}", seed: ${plan.seed}, `;
  return `${drawn}from: ${JSON.stringify(strategy.place())}`;
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
): Promise<Survey> {
  const plan = planOf(options);
  const tally = new Tally();
  const { place } = await onStage(
    "survey",
    body,
    plan,
    (stage) => search(stage, plan, tally, false),
  );
  const { failures, outcomes } = tally;
  return { ...reportOf(tally), failures, outcomes, place };
}

/** What a survey has seen. */
export interface Survey extends ExploreReport {
  /** How many schedules fail. */
  readonly failures: number;
  /** How the body came out. */
  readonly outcomes: ReadonlySet<string>;
  /** Where the search stands. */
  readonly place: string;
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
