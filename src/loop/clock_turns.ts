/**
 * Turns for a loop whose clock has timers of its own, such as a test kit's.
 *
 * @module
 */

import type { Turns } from "./clock.ts";

/**
 * Calls a function after some milliseconds on such a clock.
 *
 * @returns calls it off
 */
export type After = (delay: number, callback: () => void) => () => void;

/** Turns that a clock's own timers give. */
export class ClockTurns implements Turns {
  readonly #after: After;
  readonly #callback: () => void;
  #cancel: (() => void) | null = null;

  constructor(after: After, callback: () => void) {
    this.#after = after;
    this.#callback = callback;
  }

  soonest(): void {
    let on = true;
    this.#cancel = () => on = false;
    queueMicrotask(() => {
      if (on) this.#callback();
    });
  }

  next(): void {
    this.after(0);
  }

  after(delay: number): void {
    this.#cancel = this.#after(delay, this.#callback);
  }

  cancel(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  close(): void {
    this.cancel();
  }
}
