/**
 * The ready queue: first in, first out.
 *
 * Every task switch adds one entry and takes one away, so this is the busiest data
 * structure of the loop. An array used as a queue moves its elements on every
 * `shift`; a ring doesn't. An entry stays at the front while it runs, and so the
 * queue is also what knows whose step that is. The ring's size is a power of two, which turns
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

  // #region push-drop
  /** Adds an entry at the end. */
  push(entry: Runnable): void {
    if ((this.#tail - this.#head | 0) > this.#mask) this.#grow();
    this.#slots[this.#tail & this.#mask] = entry;
    this.#tail = this.#tail + 1 | 0;
  }

  /** The entry at the front; the queue must not be empty. */
  get front(): Runnable {
    return this.#slots[this.#head & this.#mask] as Runnable;
  }

  /** Takes the entry at the front away. */
  dropFront(): void {
    this.#slots[this.#head & this.#mask] = undefined; // keeps nothing alive
    this.#head = this.#head + 1 | 0;
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
