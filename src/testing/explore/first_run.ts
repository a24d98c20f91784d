/**
 * The first run of a search, made again.
 *
 * The exhaustive walk notices a body that behaves differently where it gives an
 * answer again that it has given before. It sees nothing of what comes behind the
 * last such place, and nothing where there is one answer only; searches that draw
 * their schedules see nothing at all. So the first run is kept with all it asked,
 * and made again after the first stretch of the search: a few times, because a
 * body that tosses a coin, or does something every third time, may do the same
 * twice. All other runs pay nothing for it.
 *
 * @module
 */

import type { Chooser, Strategy } from "../schedules/chooser.ts";
import { differently } from "../schedules/nondeterminism.ts";
import type { Need } from "../runs/drive.ts";
import { Recorder } from "../runs/recorder.ts";
import { runOnce } from "../runs/run_once.ts";
import type { ScheduledRun } from "../runs/run_schedule.ts";

/** So often is it made again: of coins, seven in eight are caught. */
const TIMES = 3;

/** Keeps the first run of a search. */
export class FirstRun {
  readonly #run: ScheduledRun;
  readonly #chooser: Chooser;
  readonly #recorder: Recorder = new Recorder(false);
  #compared = false;

  /**
   * @param run is about to begin
   * @param strategy stands before its first run
   */
  constructor(run: ScheduledRun, strategy: Strategy) {
    this.#run = run;
    this.#chooser = strategy.fork();
    run.recorder = this.#recorder;
  }

  /** The first run is over. */
  over(): void {
    this.#run.recorder = null;
    // What was given up ends where no schedule does.
    this.#compared = this.#run.abandoned;
  }

  /**
   * Makes it again, unless that was done before.
   *
   * @returns whether it was made
   * @throws {Error} when it differs; the message says from which decision on
   */
  *compare(): Generator<Need, boolean, void> {
    if (this.#compared) return false;
    this.#compared = true;
    for (let time = 0; time < TIMES; time++) {
      const again = new Recorder(false);
      this.#run.recorder = again;
      try {
        yield* runOnce(this.#run, this.#chooser);
      } finally {
        this.#run.recorder = null;
      }
      const error = differently(this.#recorder, again);
      if (error !== null) throw error;
    }
    return true;
  }
}
