/**
 * A loop whose timers are decisions.
 *
 * It runs passes like any other. But a timer that is set does not go into the
 * loop's own heap: it is handed over, and fires when the schedule says so.
 *
 * @module
 */

import type { ExceptionHandler } from "../../loop/base_event_loop.ts";
import type { VirtualClock } from "../../loop/clock.ts";
import type { ExceptionContext } from "../../loop/handle.ts";
import type { Timer } from "../../loop/timer_queue.ts";
import { EventLoop } from "../../tasks/event_loop.ts";
import { reportLostErrors, takeLostErrors } from "../../tasks/lost_errors.ts";

/** Who decides when timers fire. */
export interface TimerHome {
  timerSet(timer: Timer): void;
  timerCancelled(timer: Timer): void;
  /** Hears of errors that nobody else has looked at. */
  lost(context: ExceptionContext): void;
}

/** A loop on virtual time whose timers fire when they are told to. */
export class ExploredLoop extends EventLoop {
  readonly #home: TimerHome;
  readonly #report: ExceptionHandler = (_, context) => this.#home.lost(context);

  constructor(home: TimerHome) {
    super({ clock: "virtual" });
    this.#home = home;
    this.setExceptionHandler(this.#report);
  }

  override _setTimer(timer: Timer): void {
    timer._queued = true;
    this.#home.timerSet(timer);
  }

  override _timerCancelled(timer: Timer): void {
    timer._queued = false;
    this.#home.timerCancelled(timer);
  }

  /** Lets a timer fire in the next pass; it is its deadline then, or later. */
  fire(timer: Timer): void {
    const clock = this._clock as VirtualClock;
    clock.advance(Math.max(0, timer._when - clock.now()));
    timer._queued = false;
    this._ready.push(timer);
  }

  /** Reports the errors that nobody has looked at up to now. */
  reportLost(): void {
    reportLostErrors(this);
  }

  /**
   * Makes the loop as good as new, which costs less than a new one. What the run
   * before has left waiting is forgotten, and waits for ever.
   *
   * @returns `false` when the host may still call it, or the run has left it
   * otherwise than it was
   */
  restart(): boolean {
    if (this._ready.length > 0 || this._hostOperations > 0) return false;
    if (this.#isChanged()) return false;
    this._tasks.restart();
    takeLostErrors(this);
    const clock = this._clock as VirtualClock;
    if (clock.now() > 0) clock.advance(-clock.now());
    return true;
  }

  #isChanged(): boolean {
    return this.isClosed() || this.getDebug() ||
      this.getTaskFactory() !== null ||
      this.getExceptionHandler() !== this.#report;
  }
}
