/**
 * One run from its beginning to its end, and what it needs of the host meanwhile.
 *
 * @module
 */

import type { Chooser } from "../schedules/chooser.ts";
import { DRAIN, type Need } from "./drive.ts";
import { toldOf } from "../schedules/nondeterminism.ts";
import type { ScheduledRun } from "./run_schedule.ts";

// #region run-once
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
  begin(run, chooser);
  if (!run.needsDrain) { while (advance(run)); }
  else do yield DRAIN; while (advance(run));
}

/** Begins a run. */
export function begin(run: ScheduledRun, chooser: Chooser): void {
  try {
    chooser.begin();
    run.begin(chooser);
  } catch (error) {
    throw giveUp(run, error);
  }
}

/** Goes on with a run; `false` when it is over. */
export function advance(run: ScheduledRun): boolean {
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
// #endregion
