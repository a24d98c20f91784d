/**
 * The timers, ordered by deadline.
 *
 * A binary heap, with two rules added. **Equal deadlines fire first in, first
 * out**: a plain heap gives them in heap order, so each timer carries the
 * number it was set with and that number breaks the tie. **Cancelling is
 * cheap**: a cancelled timer stays where it is and is dropped when it reaches
 * the top, and once more than half of a large heap is cancelled the heap is
 * built anew without them, so a program that sets a timeout around every
 * request does not hold a minute's worth of dead timers.
 *
 * The deadlines stand in an array of their own, beside the timers: sifting then
 * compares numbers that lie next to each other in memory instead of visiting an
 * object for each.
 *
 * @module
 */

import type { Runnable } from "./context.ts";

/** What the timer queue holds. */
export interface Timer extends Runnable {
  /**
   * The deadline on the loop's clock, in milliseconds.
   * @internal
   */
  readonly _when: number;
  /**
   * The order in which timers were set.
   * @internal
   */
  _sequence: number;
  /**
   * Whether the timer was called off.
   * @internal
   */
  readonly _off: boolean;
  /**
   * Whether the timer is in the queue.
   * @internal
   */
  _queued: boolean;
}

const COMPACT_FROM = 100;

/** Timers in the order in which they fire. */
export class TimerQueue {
  #deadlines: number[] = [];
  #timers: Timer[] = [];
  #sequence = 0;
  #off = 0;

  /** How many timers are set, those called off included. */
  get length(): number {
    return this.#timers.length;
  }

  /** The first deadline in milliseconds, `Infinity` when no timer is set. */
  // #region first-deadline
  get firstDeadline(): number {
    while (this.#timers.length > 0 && this.#timers[0]!._off) {
      this.#removeFirst();
      this.#off--;
    }
    return this.#timers.length > 0 ? this.#deadlines[0]! : Infinity;
  }
  // #endregion

  /** Adds a timer. */
  push(timer: Timer): void {
    timer._sequence = this.#sequence++;
    timer._queued = true;
    this.#deadlines.push(timer._when);
    this.#timers.push(timer);
    this.#rise(this.#timers.length - 1);
  }

  /** Takes the first timer; there must be one. */
  shift(): Timer {
    return this.#removeFirst();
  }

  /** Must be told when a queued timer is called off. */
  noteCancelled(): void {
    this.#off++;
    const size = this.#timers.length;
    if (size > COMPACT_FROM && this.#off * 2 > size) this.#compact();
  }

  /** Forgets everything. */
  clear(): void {
    for (const timer of this.#timers) timer._queued = false;
    this.#deadlines = [];
    this.#timers = [];
    this.#off = 0;
  }

  #removeFirst(): Timer {
    const first = this.#timers[0]!;
    const deadline = this.#deadlines.pop()!;
    const last = this.#timers.pop()!;
    if (this.#timers.length > 0) this.#sink(0, deadline, last);
    first._queued = false;
    return first;
  }

  // #region rise
  #rise(index: number): void {
    const deadlines = this.#deadlines;
    const timers = this.#timers;
    const deadline = deadlines[index]!;
    const timer = timers[index]!;
    while (index > 0) {
      const parent = index - 1 >> 1;
      // A new timer has the highest sequence number, so equal stays below.
      if (deadlines[parent]! <= deadline) break;
      deadlines[index] = deadlines[parent]!;
      timers[index] = timers[parent]!;
      index = parent;
    }
    deadlines[index] = deadline;
    timers[index] = timer;
  }
  // #endregion

  #sink(index: number, deadline: number, timer: Timer): void {
    const deadlines = this.#deadlines;
    const timers = this.#timers;
    const size = timers.length;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= size) break;
      const right = child + 1;
      if (
        right < size &&
        (deadlines[right]! < deadlines[child]! ||
          deadlines[right]! === deadlines[child]! &&
            timers[right]!._sequence < timers[child]!._sequence)
      ) child = right;
      if (
        deadline < deadlines[child]! ||
        deadline === deadlines[child]! &&
          timer._sequence < timers[child]!._sequence
      ) break;
      deadlines[index] = deadlines[child]!;
      timers[index] = timers[child]!;
      index = child;
    }
    deadlines[index] = deadline;
    timers[index] = timer;
  }

  #compact(): void {
    const live: Timer[] = [];
    for (const timer of this.#timers) {
      if (timer._off) timer._queued = false;
      else live.push(timer);
    }
    this.#timers = live;
    this.#deadlines = live.map((timer) => timer._when);
    this.#off = 0;
    for (let index = (live.length >> 1) - 1; index >= 0; index--) {
      this.#sink(index, this.#deadlines[index]!, this.#timers[index]!);
    }
  }
}
