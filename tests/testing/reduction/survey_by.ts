/**
 * Surveys by the reduced walk with a comparison of one's own.
 *
 * @module
 */

import type { ExploreOptions } from "../../../mod.ts";
import type { Body } from "../../../src/testing/runs/body.ts";
import type { Strategy } from "../../../src/testing/schedules/chooser.ts";
import { Exhaustive } from "../../../src/testing/schedules/exhaustive.ts";
import { planOf } from "../../../src/testing/explore/options.ts";
import { Reduced } from "../../../src/testing/reduction/reduction.ts";
import type { Meet } from "../../../src/testing/reduction/reduction_turn.ts";
import { searchSchedules, Tally } from "../../../src/testing/explore/search.ts";
import { onStage } from "../../../src/testing/runs/stage.ts";

/** What a survey has seen, with the runs that came to nothing. */
export interface Surveyed {
  readonly tally: Tally;
  readonly abandoned: number;
}

/**
 * Surveys a body.
 *
 * @param body the body
 * @param options as for `explore`
 * @param meet compares footprints, instead of the library's own comparison
 */
export async function surveyBy(
  body: Body,
  options: ExploreOptions,
  meet?: Meet,
): Promise<Surveyed> {
  const plan = planOf({ schedules: Infinity, ...options });
  const tally = new Tally();
  let abandoned = 0;
  await onStage("survey", body, plan, async (stage) => {
    const { runs } = stage;
    const strategy: Strategy = plan.reduce
      ? new Reduced(plan, plan.shard, runs, meet)
      : new Exhaustive(plan, plan.shard);
    const counted = strategy.next.bind(strategy);
    strategy.next = () => {
      if (runs.abandoned) abandoned++;
      return counted();
    };
    await stage.driver.drive(searchSchedules({
      runs,
      strategy,
      rejections: stage.rejections,
      clock: stage.clock,
      limits: { ...plan, stopAtFailure: false },
      tally,
    }));
    if (strategy instanceof Reduced) strategy.close();
  });
  return { tally, abandoned };
}
