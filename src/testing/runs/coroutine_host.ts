/**
 * The host as coroutines see it during an exploration: its clock stands still
 * until a timer of the loop moves it, and it has no timers of its own.
 *
 * @module
 */

import type { ScheduledRun } from "./run_schedule.ts";
import { VirtualHost } from "../virtual/virtual_host.ts";
import type { TimerKind } from "../virtual/virtual_timer.ts";

/** A virtual clock without timers. */
export class CoroutineHost extends VirtualHost {
  readonly #run: ScheduledRun;

  /**
   * @param run hears of what is asked in vain
   */
  constructor(run: ScheduledRun) {
    super({ owner: "explore()" });
    this.#run = run;
  }

  override set(kind: TimerKind): never {
    throw this.#run.refuse(
      new Error(
        `${kind} was called in a coroutine body; use sleep() or the loop's callLater(), whose timers the schedule knows`,
      ),
    );
  }
}
