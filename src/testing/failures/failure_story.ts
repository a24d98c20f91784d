/**
 * From "a run has failed" to all that a reader wants to know of it.
 *
 * The search knows of a run that it failed, and how it came out. The rest is found
 * out by running again, which is cheap now: the same schedule must fail in the
 * same way each time, else the body is at the mercy of something that no schedule
 * decides; then the plainest schedule that fails, the nearest that passes, and, of a hang
 * in native code, who waits for whom.
 *
 * @module
 */

import { CoroutineRun } from "../runs/coroutine_run.ts";
import type { Chooser } from "../schedules/chooser.ts";
import type { Limits } from "../schedules/exhaustive.ts";
import type { FailureStory } from "./failure_message.ts";
import { Follow } from "../schedules/follow.ts";
import { nondeterminism } from "../runs/nondeterminism.ts";
import { AwaitWatch } from "./promise_waits.ts";
import type { FailureKind, Found, RecordedRun } from "../runs/run_outcome.ts";
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
    shrunk === null ? recorded : await recordAs(stage, shrunk.chooser, kind),
  );
  const chooser = await stage.driver.drive(
    findPassing({ ...shrinking, schedule: failing.schedule }),
  );
  const passing = chooser && await recordAs(stage, chooser, null);
  return {
    failing,
    passing,
    found: formatSchedule(schedule),
    fewest: shrunk?.fewest ?? null,
  };
}

/**
 * Records a run that was found: it must fail in the same way again, or pass again.
 */
async function recordAs(
  stage: Stage,
  chooser: Chooser,
  kind: FailureKind | null,
): Promise<RecordedRun> {
  const recorded = await stage.recordPlanned(chooser);
  if ((recorded.failure?.kind ?? null) === kind) return recorded;
  throw nondeterminism(kind ?? "no failure", [recorded, recorded]);
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
      return await recordAs(stage, schedule, "deadlock");
    } finally {
      runs.watch.close();
      runs.watch = null;
    }
  }
  const watch = new AwaitWatch();
  try {
    const again = await recordAs(stage, schedule, "deadlock");
    const waits = watch.close();
    return waits.length === 0 ? recorded : { ...again, waits };
  } finally {
    watch.close();
  }
}
