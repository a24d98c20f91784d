/**
 * A barrier: nobody goes on before everybody is there.
 *
 * Rule 27. A barrier is *filling* while tasks arrive. The last one to arrive turns
 * it to *draining*, and all go on; who comes back early waits until the last has
 * left. `reset` makes it *resetting*: who is in it leaves with an error. `abort`
 * makes it *broken*, for good or until a reset.
 *
 * @module
 */

import type { Coroutine } from "../tasks/coroutine.ts";
import { BrokenBarrierError } from "../tasks/exceptions.ts";
import { Condition } from "./condition.ts";

type State = "filling" | "draining" | "resetting" | "broken";

/**
 * A meeting point for a fixed number of tasks, as `asyncio.Barrier`.
 *
 * @example
 * ```ts
 * import { Barrier, gather, getRunningLoop, runSync, sleep } from "@loopbook/loopbook";
 * import { assertEquals } from "@std/assert";
 *
 * function* arrive(barrier: Barrier, delay: number) {
 *   yield* sleep(delay);
 *   yield* barrier.wait();
 *   return getRunningLoop().time();
 * }
 * function* main() {
 *   const barrier = new Barrier(3);
 *   return yield* gather([10, 30, 20].map((delay) => arrive(barrier, delay)));
 * }
 * assertEquals(runSync(main), [30, 30, 30]);
 * ```
 *
 * @see https://docs.python.org/3/library/asyncio-sync.html#asyncio.Barrier
 */
export class Barrier {
  readonly #condition = new Condition();
  readonly #parties: number;
  #state: State = "filling";
  #count = 0;

  /**
   * Makes a barrier.
   *
   * @param parties how many tasks have to arrive
   * @throws {RangeError} when it is less than 1 or no whole number
   */
  constructor(parties: number) {
    if (!Number.isInteger(parties) || parties < 1) {
      throw new RangeError(
        `Barrier needs a whole number of parties, 1 or more, not ${parties}`,
      );
    }
    this.#parties = parties;
  }

  /** How many tasks have to arrive. */
  get parties(): number {
    return this.#parties;
  }

  /** How many tasks wait at the barrier now. */
  get nWaiting(): number {
    return this.#state === "filling" ? this.#count : 0;
  }

  /** Whether the barrier was aborted. */
  get broken(): boolean {
    return this.#state === "broken";
  }

  // #region wait
  /**
   * Waits until everybody has arrived.
   *
   * @returns a coroutine of the task's place: 0 for who came first
   * @throws {BrokenBarrierError} when the barrier is aborted or reset
   */
  *wait(): Coroutine<number> {
    const held = yield* this.#condition.acquire();
    try {
      yield* this.#waitForDoor();
      try {
        const place = this.#count++;
        if (place + 1 === this.#parties) this.#open();
        else yield* this.#waitForOthers();
        return place;
      } finally {
        this.#count--;
        this.#leave();
      }
    } finally {
      held[Symbol.dispose]();
    }
  }

  /** While the barrier drains or resets, newcomers stay outside. */
  *#waitForDoor(): Coroutine<void> {
    yield* this.#condition.waitFor(() =>
      this.#state !== "draining" && this.#state !== "resetting"
    );
    if (this.#state === "broken") {
      throw new BrokenBarrierError("Barrier is aborted; reset() it first");
    }
  }

  #open(): void {
    this.#state = "draining";
    this.#condition.notifyAll();
  }

  *#waitForOthers(): Coroutine<void> {
    yield* this.#condition.waitFor(() => this.#state !== "filling");
    if (this.#state === "broken" || this.#state === "resetting") {
      throw new BrokenBarrierError(
        "Barrier was aborted or reset while waiting",
      );
    }
  }

  #leave(): void {
    if (this.#count > 0) return;
    if (this.#state === "resetting" || this.#state === "draining") {
      this.#state = "filling";
    }
    this.#condition.notifyAll();
  }
  // #endregion

  /**
   * Empties the barrier: who waits leaves with an error.
   *
   * @returns a coroutine of nothing
   */
  *reset(): Coroutine<void> {
    const held = yield* this.#condition.acquire();
    try {
      this.#state = this.#count > 0 ? "resetting" : "filling";
      this.#condition.notifyAll();
    } finally {
      held[Symbol.dispose]();
    }
  }

  /**
   * Breaks the barrier: who waits, and who comes, leaves with an error.
   *
   * @returns a coroutine of nothing
   */
  *abort(): Coroutine<void> {
    const held = yield* this.#condition.acquire();
    try {
      this.#state = "broken";
      this.#condition.notifyAll();
    } finally {
      held[Symbol.dispose]();
    }
  }
}
