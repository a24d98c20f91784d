/**
 * The two clocks a loop can run on.
 *
 * All times are in milliseconds. The real clock is the host's monotonic one.
 * The virtual clock stands still while anything can run and is moved forward by
 * whoever drives the loop, so a program that sleeps for an hour is over at once
 * and does the same thing every time.
 *
 * @module
 */

/** Where a loop reads the time. */
export interface Clock {
  /** The time in milliseconds; never goes back. */
  now(): number;
  /** The smallest step of the clock in milliseconds: see rule 2. */
  readonly resolution: number;
}

/** The host's monotonic clock. */
export class RealClock implements Clock {
  /** A microsecond, which is what hosts give at best. */
  readonly resolution = 1e-3;

  /** Milliseconds since the host's time origin. */
  now(): number {
    return performance.now();
  }
}

/** A clock that moves only when it is told to. */
export class VirtualClock implements Clock {
  #now = 0;

  /** A nanosecond: enough to make "due" include "exactly now". */
  readonly resolution = 1e-6;

  /** Milliseconds since the clock was made. */
  now(): number {
    return this.#now;
  }

  /**
   * Moves the clock forward.
   *
   * @param milliseconds how far
   */
  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }
}
