/**
 * What `explore` and `survey` have in common: the search with everything that goes
 * with a long one, and the report.
 *
 * @module
 */

import { Checkpoint } from "./checkpoint.ts";
import type { Strategy } from "../schedules/chooser.ts";
import { Exhaustive } from "../schedules/exhaustive.ts";
import { LongSearch } from "./long_search.ts";
import type { Plan } from "./options.ts";
import { PctSchedules } from "../schedules/pct.ts";
import { RandomSchedules } from "../schedules/random.ts";
import { Reduced } from "../reduction/reduction.ts";
import type { Found } from "../runs/run_outcome.ts";
import type { ScheduledRun } from "../runs/run_schedule.ts";
import { searchSchedules, type Tally } from "./search.ts";
import { watchBeginnings } from "../virtual/deno_work.ts";
import type { Stage } from "../runs/stage.ts";

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

/** Searches, with company when it takes long. */
export async function search(
  stage: Stage,
  plan: Plan,
  tally: Tally,
  stopAtFailure: boolean,
): Promise<{ found: Found | null; place: string }> {
  const strategy = strategyOf(plan, stage.runs);
  const checkpoint = plan.checkpoint === null
    ? null
    : new Checkpoint(plan.checkpoint, plan, stage.clock);
  if (plan.from !== "") goFrom(strategy, plan.from);
  else checkpoint?.restore(strategy, tally);
  const company = new LongSearch({
    tally,
    share: () => strategy.share(),
    interrupted() {
      checkpoint?.write(strategy, tally);
      return howToGoOn(plan, strategy);
    },
  }, stage.clock);
  const beginnings = watchBeginnings();
  try {
    const found = await stage.driver.drive(searchSchedules({
      runs: stage.runs,
      rejections: stage.rejections,
      clock: stage.clock,
      strategy,
      limits: { ...plan, stopAtFailure },
      tally,
      beginnings,
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
    beginnings?.close();
    if (strategy instanceof Reduced) strategy.close();
  }
}

function goFrom(strategy: Strategy, place: string): void {
  try {
    strategy.goTo(place);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new SyntaxError(
      `from is no place of this search: ${error.message}`,
      { cause: error },
    );
  }
}

/** With the options that decide where a search is, as one writes them. */
function howToGoOn(plan: Plan, strategy: Strategy): string {
  const { checkpoint } = plan;
  const drawn = plan.strategy === "exhaustive"
    ? ""
    : `strategy: "${plan.strategy}", seed: ${plan.seed}, `;
  return checkpoint === null
    ? `To go on from here: explore(body, { ${drawn}from: ${
      JSON.stringify(strategy.place())
    } })`
    : `The next run goes on from the file ${checkpoint}: explore(body, { ${drawn}checkpoint: ${
      JSON.stringify(checkpoint)
    } })`;
}

/** Sums up what was seen. */
export function reportOf(tally: Tally): ExploreReport {
  const { schedules, exhausted, outcomes, maxDepth, decisions } = tally;
  return {
    schedules,
    exhausted,
    distinctOutcomes: outcomes.size,
    maxDepth,
    decisions,
  };
}

function strategyOf(plan: Plan, runs: ScheduledRun): Strategy {
  switch (plan.strategy) {
    case "exhaustive":
      return plan.reduce
        ? new Reduced(plan, plan.shard, runs)
        : new Exhaustive(plan, plan.shard);
    case "random":
      return new RandomSchedules(plan, plan.seed, plan.shard);
    case "pct":
      return new PctSchedules(plan);
  }
}
