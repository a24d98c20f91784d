/**
 * What has failed before is tried before anything else.
 *
 * @module
 */

import type { Body } from "../runs/body.ts";
import { tellOf } from "../failures/failure_story.ts";
import { KeptSchedules } from "./kept_schedules.ts";
import type { Plan } from "./options.ts";
import { parseSchedule } from "../schedules/schedule.ts";
import { ScheduleError } from "../failures/schedule_error.ts";
import type { Stage } from "../runs/stage.ts";

/**
 * Finds where a body's schedules are kept.
 *
 * @param body the body
 * @param plan says the file, and what the body is called in it
 * @returns the file; `null` when nothing is kept
 * @throws {TypeError} for a body without a name
 */
export function keptSchedules(body: Body, plan: Plan): KeptSchedules | null {
  if (plan.regressions === null) return null;
  const name = plan.name ?? body.name;
  if (name !== "") return new KeptSchedules(plan.regressions, name);
  throw new TypeError(
    'Body without a name can\'t be found again in a file of schedules; give it one, name: "no double spend"',
  );
}

/**
 * Tries the schedules that were kept.
 *
 * @param stage the body with everything it is run with
 * @param plan what may be searched
 * @param kept the file
 * @returns a promise of the spellings that fit the body no more
 * @throws {ScheduleError} for the first that still fails
 */
export async function tryKept(
  stage: Stage,
  plan: Plan,
  kept: KeptSchedules,
): Promise<string[]> {
  const stale: string[] = [];
  for (const spelling of kept.read()) {
    const schedule = parseSchedule(spelling);
    const recorded = await stage.record(schedule);
    const { failure, misfit } = recorded;
    if (misfit !== null || recorded.schedule.length < schedule.length) {
      stale.push(spelling);
    } else if (failure !== null) {
      const finding = await tellOf(stage, plan, recorded);
      const saved = kept.path;
      throw new ScheduleError({ ...finding, number: 0, seed: null, saved });
    }
  }
  return stale;
}
