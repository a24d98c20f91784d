/**
 * The ready queue: first in, first out.
 *
 * Every task switch is one `push` and one `shift`, so this is the busiest data
 * structure of the loop. An array used as a queue moves its elements on every
 * `shift`; a ring doesn't. The ring's size is a power of two, which turns
 * "modulo" into "and", and `head` and `tail` count on for ever instead of
 * wrapping, which makes the length a subtraction.
 *
 * @module
 */

import type { Runnable } from "./context.ts";

const SMALLEST = 64;

/** A first-in, first-out queue of what is ready to run. */
export class ReadyQueue {
  #slots: (Runnable | undefined)[] = new Array(SMALLEST).fill(undefined);
  #mask = SMALLEST - 1;
  #head = 0;
  #tail = 0;

  /** How many entries wait. */
  get length(): number {
    return this.#tail - this.#head | 0;
  }

  // #region push-shift
  /** Adds an entry at the end. */
  push(entry: Runnable): void {
    if ((this.#tail - this.#head | 0) > this.#mask) this.#grow();
    this.#slots[this.#tail & this.#mask] = entry;
    this.#tail = this.#tail + 1 | 0;
  }

  /** Takes the entry at the front; the queue must not be empty. */
  shift(): Runnable {
    const slot = this.#head & this.#mask;
    const entry = this.#slots[slot] as Runnable;
    this.#slots[slot] = undefined; // what has run must not be kept alive
    this.#head = this.#head + 1 | 0;
    return entry;
  }
  // #endregion

  /** Forgets everything. */
  clear(): void {
    this.#slots = new Array(SMALLEST).fill(undefined);
    this.#mask = SMALLEST - 1;
    this.#head = this.#tail = 0;
  }

  #grow(): void {
    const first = this.#head & this.#mask;
    const slots = this.#slots.slice(first).concat(
      this.#slots.slice(0, first),
      new Array(this.#slots.length).fill(undefined),
    );
    this.#head = 0;
    this.#tail = this.#slots.length;
    this.#slots = slots;
    this.#mask = slots.length - 1;
  }
}
