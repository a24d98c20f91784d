/**
 * The failure of an exploration.
 *
 * @module
 */

import type { Failure } from "./run_outcome.ts";

/** What a {@linkcode ScheduleError} tells. */
export interface ScheduleErrorDetails {
  /** The schedule under which the body fails, spelled. */
  readonly schedule: string;
  /** Why it fails. */
  readonly failure: Failure;
  /** Which of the schedules it was, from 1; 0 when it was replayed. */
  readonly number: number;
  /** What random numbers began with, `null` when there were none. */
  readonly seed: number | null;
}

/** Thrown by `explore` and `replay` for a schedule under which the body fails. */
export class ScheduleError extends Error {
  /** The class's name. */
  override readonly name = "ScheduleError";
  /** The schedule under which the body fails: hand it to `replay`. */
  readonly schedule: string;
  /** What random numbers began with, `null` when there were none. */
  readonly seed: number | null;

  /**
   * Makes the error.
   *
   * @param details what failed, and under which schedule
   */
  constructor(details: ScheduleErrorDetails) {
    const { schedule, failure, number, seed } = details;
    const where = number === 0
      ? "Body fails under this schedule"
      : `Body fails under schedule ${number}`;
    const from = seed === null ? "" : ` (seed ${seed})`;
    super(
      `${where}${from}: ${failure.error.message}\nReplay it with: replay(body, ${
        JSON.stringify(schedule)
      })`,
      { cause: failure.error },
    );
    this.schedule = schedule;
    this.seed = seed;
  }
}
