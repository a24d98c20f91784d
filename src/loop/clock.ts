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
  /**
   * Where the clock has timers of its own: who gives the turns in which a loop
   * runs its passes. Elsewhere it is the host.
   *
   * @param callback what a turn calls
   */
  turns?(callback: () => void): Turns;
}

/** Gives a loop its turns; at most one is asked for at a time. */
export interface Turns {
  /** Still in this turn, after the promise jobs that are there already. */
  soonest(): void;
  /** In the next turn: what waits outside of the loop comes first. */
  next(): void;
  /** After some milliseconds. */
  after(delay: number): void;
  /** Takes back what was asked for. */
  cancel(): void;
  /** The same, and no other turn will be asked for. */
  close(): void;
}

let replacement: (() => Clock | null) | null = null;

/** The clock for a loop that is to run on the host's. */
export function hostClock(): Clock {
  return replacement?.() ?? new RealClock();
}

/**
 * Has loops that are made from now on ask here for the host's clock.
 *
 * @param source gives a clock, or `null` for the real one; `null` ends it
 */
export function replaceHostClock(source: (() => Clock | null) | null): void {
  replacement = source;
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
