/**
 * From "a run has failed" to all that a reader wants to know of it.
 *
 * The search knows of a run that it failed, and how it came out. The rest is found
 * out by running again, which is cheap now: the same schedule must fail in the
 * same way, else the body is at the mercy of something that no schedule decides;
 * then the plainest schedule that fails, the nearest that passes, and, of a hang
 * in native code, who waits for whom.
 *
 * @module
 */

import { CoroutineRun } from "../runs/coroutine_run.ts";
import type { Limits } from "../schedules/exhaustive.ts";
import type { FailureStory } from "./failure_message.ts";
import { Follow } from "../schedules/follow.ts";
import { nondeterminism } from "../runs/nondeterminism.ts";
import { AwaitWatch } from "./promise_waits.ts";
import type { Found, RecordedRun } from "../runs/run_outcome.ts";
import { formatSchedule } from "../schedules/schedule.ts";
import { findPassing, shrink, type Shrinking } from "./shrink.ts";
import type { Stage } from "../runs/stage.ts";
import { SyncWatch } from "../virtual/sync_watch.ts";

/** What was searched, as far as the story needs it. */
export interface StoryPlan extends Limits {
  /** Whether the schedule is made as plain as it can be. */
  readonly shrink: boolean;
}

/** The story without what only the search knows. */
export type Finding = Omit<
  FailureStory,
  "number" | "seed" | "saved" | "unsaved"
>;

/**
 * Finds out all about a run that failed.
 *
 * @param stage the body with everything it is run with
 * @param plan what was searched
 * @param found the run
 * @returns a promise of what there is to tell
 * @throws {Error} when the same schedule does not fail in the same way again
 */
export async function findOut(
  stage: Stage,
  plan: StoryPlan,
  { strategy, outcome }: Found,
): Promise<Finding> {
  const recorded = await stage.recordPlanned(strategy);
  if (recorded.failure === null || recorded.outcome !== outcome) {
    const again = await stage.recordPlanned(strategy);
    throw nondeterminism(outcome, [recorded, again]);
  }
  return await tellOf(stage, plan, recorded);
}

/**
 * Finds out all about a run that is known to fail.
 *
 * @param stage the body with everything it is run with
 * @param plan what may be searched
 * @param recorded the run
 * @returns a promise of what there is to tell
 */
export async function tellOf(
  stage: Stage,
  plan: StoryPlan,
  recorded: RecordedRun,
): Promise<Finding> {
  const { schedule } = recorded;
  const { kind } = recorded.failure!;
  const shrinking: Shrinking = {
    runs: stage.runs,
    rejections: stage.rejections,
    limits: plan,
    schedule,
    kind,
  };
  const shrunk = plan.shrink
    ? await stage.driver.drive(shrink(shrinking))
    : null;
  const failing = await withWaits(
    stage,
    shrunk === null ? recorded : await stage.recordPlanned(shrunk.chooser),
  );
  const chooser = await stage.driver.drive(
    findPassing({ ...shrinking, schedule: failing.schedule }),
  );
  const passing = chooser && await stage.recordPlanned(chooser);
  return {
    failing,
    passing,
    found: formatSchedule(schedule),
    fewest: shrunk?.fewest ?? null,
  };
}

/** Runs a hang once more, to tell who waits for whom, where the host can. */
async function withWaits(
  stage: Stage,
  recorded: RecordedRun,
): Promise<RecordedRun> {
  if (recorded.failure?.kind !== "deadlock") return recorded;
  const { runs } = stage;
  const schedule = new Follow(recorded.schedule);
  if (runs instanceof CoroutineRun) {
    runs.watch = new SyncWatch();
    try {
      return await stage.recordPlanned(schedule);
    } finally {
      runs.watch.close();
      runs.watch = null;
    }
  }
  const watch = new AwaitWatch();
  const again = await stage.recordPlanned(schedule);
  const waits = watch.close();
  return waits.length === 0 ? recorded : { ...again, waits };
}
