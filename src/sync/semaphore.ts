/**
 * A semaphore: at most so many tasks at a time.
 *
 * Rule 23. Unlike a lock, a semaphore hands the permit over when it wakes a task,
 * not when the task resumes: the count is taken down at once. A task that is
 * cancelled between the two gives its permit back. Asking is fair: while somebody
 * is in line, nobody takes a permit past them, even if the count would allow it.
 *
 * @module
 */

import type { Coroutine } from "../tasks/coroutine.ts";
import { CancelledError } from "../tasks/exceptions.ts";
import { getRunningLoop } from "../tasks/event_loop.ts";
import type { Future } from "../tasks/future.ts";
import { Holding } from "./holding.ts";

/**
 * A counter of permits, as `asyncio.Semaphore`.
 *
 * @example
 * ```ts
 * import { gather, runSync, Semaphore, sleep } from "@loopbook/loopbook";
 * import { assertEquals } from "@std/assert";
 *
 * let running = 0;
 * let most = 0;
 * function* work(semaphore: Semaphore) {
 *   using _ = yield* semaphore.acquire();
 *   most = Math.max(most, ++running);
 *   yield* sleep(10);
 *   running--;
 * }
 * function* main() {
 *   const semaphore = new Semaphore(2);
 *   yield* gather([1, 2, 3, 4, 5].map(() => work(semaphore)));
 * }
 * runSync(main);
 * assertEquals(most, 2);
 * ```
 *
 * @see https://docs.python.org/3/library/asyncio-sync.html#asyncio.Semaphore
 */
export class Semaphore {
  readonly #waiters = new Set<Future<void>>();
  #value: number;

  /**
   * Makes a semaphore.
   *
   * @param value how many permits there are
   * @throws {RangeError} when it is negative or no whole number
   */
  constructor(value = 1) {
    if (!Number.isInteger(value) || value < 0) {
      throw new RangeError(
        `Semaphore needs a whole number of permits, 0 or more, not ${value}`,
      );
    }
    this.#value = value;
  }

  /**
   * Whether `acquire` would have to wait.
   *
   * @returns `true` when no permit is left, or somebody is in line
   */
  locked(): boolean {
    if (this.#value === 0) return true;
    for (const waiter of this.#waiters) if (!waiter.cancelled()) return true;
    return false;
  }

  // #region acquire
  /**
   * Waits for a permit and takes it.
   *
   * @returns a coroutine of something to dispose of, which gives the permit back
   */
  *acquire(): Coroutine<Disposable> {
    if (this.locked()) yield* this.#waitInLine();
    else this.#value--;
    return new Holding(this);
  }

  *#waitInLine(): Coroutine<void> {
    const waiter = getRunningLoop().createFuture<void>();
    this.#waiters.add(waiter);
    try {
      yield* waiter;
      this.#waiters.delete(waiter);
    } catch (error) {
      this.#waiters.delete(waiter);
      if (
        error instanceof CancelledError && waiter.done() && !waiter.cancelled()
      ) {
        this.#value++; // the permit came, and nobody is here to use it
      }
      throw error;
    } finally {
      // Permits may have come back while newcomers had to line up behind us.
      while (this.#value > 0 && this.#wakeNext());
    }
  }
  // #endregion

  /** Gives a permit back and wakes the next in line. */
  release(): void {
    this.#value++;
    this.#wakeNext();
  }

  /**
   * How many permits are free.
   * @internal
   */
  get _value(): number {
    return this.#value;
  }

  #wakeNext(): boolean {
    for (const waiter of this.#waiters) {
      if (waiter.done()) continue;
      this.#value--;
      waiter.setResult();
      return true;
    }
    return false;
  }
}

/**
 * A semaphore that refuses to have more permits than it began with, as
 * `asyncio.BoundedSemaphore`: a `release` too many is a mistake.
 *
 * @see https://docs.python.org/3/library/asyncio-sync.html#asyncio.BoundedSemaphore
 */
export class BoundedSemaphore extends Semaphore {
  readonly #bound: number;

  /**
   * Makes a semaphore.
   *
   * @param value how many permits there are, and may ever be
   * @throws {RangeError} when it is negative or no whole number
   */
  constructor(value = 1) {
    super(value);
    this.#bound = value;
  }

  /**
   * Gives a permit back and wakes the next in line.
   *
   * @throws {RangeError} when all permits are back already
   */
  override release(): void {
    if (this._value >= this.#bound) {
      throw new RangeError(
        `BoundedSemaphore released too many times; it has only ${this.#bound} permits`,
      );
    }
    super.release();
  }
}
