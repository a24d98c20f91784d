/**
 * Replaying: a body is run once, under a schedule that is known.
 *
 * @module
 */

import type { Body } from "../runs/body.ts";
import { type StoryPlan, tellOf } from "../failures/failure_story.ts";
import { type ReplayOptions, replayRulesOf } from "./options.ts";
import type { RecordedRun } from "../runs/run_outcome.ts";
import {
  formatDecision,
  formatSchedule,
  parseSchedule,
  type Schedule,
} from "../schedules/schedule.ts";
import { ScheduleError } from "../failures/schedule_error.ts";
import { onStage } from "../runs/stage.ts";

/**
 * Runs a body once under a schedule, as a failed `explore` has printed it. It
 * fails as it failed there; set a breakpoint, or print what you like.
 *
 * @param body the same body
 * @param schedule decisions joined by dots; where it ends before the run does, the
 * run goes on first in, first out
 * @param options the rules of the run
 * @returns a promise of what the body returns
 * @throws {ScheduleError} when the body fails
 * @throws {TypeError} when there is no such option, or the schedule is no text
 * @throws {SyntaxError} when the schedule can't be read
 * @throws {RangeError} when it is the schedule of another body; the message says
 * where it stops fitting
 *
 * @example
 * ```ts
 * import { replay } from "@loopbook/loopbook";
 * import { assertEquals } from "@std/assert";
 *
 * const order = await replay(async ({ io }) => {
 *   const order: string[] = [];
 *   const fetch = async (name: string) => {
 *     await io(name);
 *     order.push(name);
 *   };
 *   await Promise.all([fetch("first"), fetch("second")]);
 *   return order;
 * }, "1.0");
 * assertEquals(order, ["second", "first"]);
 * ```
 */
export async function replay(
  body: Body,
  schedule: string,
  options: ReplayOptions = {},
): Promise<unknown> {
  const decisions = parseSchedule(schedule);
  return await onStage(
    "replay",
    body,
    replayRulesOf(options),
    async (stage) => {
      const recorded = await stage.record(decisions);
      checkFit(decisions, recorded);
      if (recorded.failure === null) return stage.runs.value;
      const finding = await tellOf(stage, AS_IT_IS, recorded);
      throw new ScheduleError({ ...finding, number: 0, seed: null });
    },
  );
}

/** A replay shows the schedule it was given; any other may be what passes. */
const AS_IT_IS: StoryPlan = { batch: 2, faults: 1, shrink: false };

function checkFit(schedule: Schedule, recorded: RecordedRun): void {
  const { misfit } = recorded;
  const text = JSON.stringify(formatSchedule(schedule));
  if (misfit !== null) {
    const decision = formatDecision(schedule[misfit.position]!);
    throw new RangeError(
      `Schedule ${text} is not of this body: decision ${
        misfit.position + 1
      } is ${decision}, where the body waits for ${misfit.wanted}`,
    );
  }
  const taken = recorded.schedule.length;
  if (taken >= schedule.length) return;
  throw new RangeError(
    `Schedule ${text} is not of this body: the body is over after ${taken} of ${schedule.length} decisions`,
  );
}
