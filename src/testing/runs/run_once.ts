/**
 * A body is run once: from its first line to the end of its run.
 *
 * What the chooser has to complain of comes out as an error for the body's author,
 * and what the body has asked for in vain is thrown when its run is over.
 *
 * @module
 */

import type { Chooser } from "../schedules/chooser.ts";
import { DRAIN, type Need } from "./drive.ts";
import { toldOf } from "./nondeterminism.ts";
import type { ScheduledRun } from "./run_schedule.ts";
import type { RejectionWatch } from "../virtual/unhandled.ts";

/**
 * Runs a body once.
 *
 * @param run the run
 * @param chooser answers for the host
 */
export function* runOnce(
  run: ScheduledRun,
  chooser: Chooser,
): Generator<Need, void, void> {
  beginRun(run, chooser);
  if (!run.needsDrain) { while (advanceRun(run)); }
  else do yield DRAIN; while (advanceRun(run));
}

/**
 * Begins a run; see {@linkcode ScheduledRun.begin}.
 *
 * @param run the run
 * @param chooser answers for the host
 */
export function beginRun(run: ScheduledRun, chooser: Chooser): void {
  try {
    chooser.begin();
    run.begin(chooser);
  } catch (error) {
    throw giveUp(run, error);
  }
}

/**
 * Goes on from quiescence; see {@linkcode ScheduledRun.advance}.
 *
 * @param run the run
 * @returns `false` when it is over
 */
export function advanceRun(run: ScheduledRun): boolean {
  let goesOn: boolean;
  try {
    goesOn = run.advance();
  } catch (error) {
    throw giveUp(run, error);
  }
  if (!goesOn && run.misuse !== null) throw run.misuse;
  return goesOn;
}

function giveUp(run: ScheduledRun, error: unknown): unknown {
  run.active = false;
  return toldOf(run.depth, error);
}

/**
 * Lets a run fail when the host has reported rejections since the last time.
 *
 * @returns whether it has
 */
export function failUnhandled(
  run: ScheduledRun,
  rejections: RejectionWatch,
): boolean {
  const reasons = rejections.reasons();
  if (reasons.length === 0) return false;
  run.fail("rejection", reasons[0]);
  rejections.forget();
  return true;
}
