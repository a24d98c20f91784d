/**
 * A lock: one task at a time.
 *
 * Rule 22. The lock is fair: who asks first gets it first. It may be taken
 * without waiting only when it is free *and* nobody else is in line. Releasing
 * wakes the first in line and nobody else; that task takes the lock in its own
 * step, one pass later, so between the two the lock is free but promised. If the
 * task is cancelled in just that moment, it has to hand the promise on, or
 * everybody behind it would wait for ever.
 *
 * @module
 */

import type { Coroutine } from "../tasks/coroutine.ts";
import { CancelledError } from "../tasks/exceptions.ts";
import { getRunningLoop } from "../tasks/event_loop.ts";
import type { Future } from "../tasks/future.ts";
import { Holding } from "./holding.ts";

/**
 * A lock for tasks, as `asyncio.Lock`.
 *
 * @example
 * ```ts
 * import { gather, Lock, runSync, sleep } from "@loopbook/loopbook";
 * import { assertEquals } from "@std/assert";
 *
 * const log: string[] = [];
 * function* visit(lock: Lock, name: string) {
 *   using _ = yield* lock.acquire();
 *   log.push(`${name} in`);
 *   yield* sleep(10);
 *   log.push(`${name} out`);
 * }
 * function* main() {
 *   const lock = new Lock();
 *   yield* gather([visit(lock, "a"), visit(lock, "b")]);
 * }
 * runSync(main);
 * assertEquals(log, ["a in", "a out", "b in", "b out"]);
 * ```
 *
 * @see https://docs.python.org/3/library/asyncio-sync.html#asyncio.Lock
 */
export class Lock {
  readonly #waiters = new Set<Future<void>>();
  #locked = false;

  /**
   * Whether somebody holds the lock.
   *
   * @returns `true` between `acquire` and `release`
   */
  locked(): boolean {
    return this.#locked;
  }

  // #region acquire
  /**
   * Waits until the lock is free and takes it.
   *
   * @returns a coroutine of something to dispose of, which releases the lock:
   * `using _ = yield* lock.acquire();`
   */
  *acquire(): Coroutine<Disposable> {
    if (this.#locked || this.#someoneWaits()) yield* this.#waitInLine();
    this.#locked = true;
    return new Holding(this);
  }

  *#waitInLine(): Coroutine<void> {
    const waiter = getRunningLoop().createFuture<void>();
    this.#waiters.add(waiter);
    try {
      yield* waiter;
    } catch (error) {
      this.#waiters.delete(waiter);
      if (error instanceof CancelledError && !this.#locked) this.#wakeFirst();
      throw error;
    }
    this.#waiters.delete(waiter);
  }
  // #endregion

  // #region release
  /**
   * Gives the lock back and wakes the first in line.
   *
   * @throws {Error} when nobody holds the lock
   */
  release(): void {
    if (!this.#locked) {
      throw new Error("Lock is not acquired; release() must follow acquire()");
    }
    this.#locked = false;
    this.#wakeFirst();
  }

  #wakeFirst(): void {
    for (const first of this.#waiters) {
      if (!first.done()) first.setResult();
      return;
    }
  }
  // #endregion

  #someoneWaits(): boolean {
    for (const waiter of this.#waiters) if (!waiter.cancelled()) return true;
    return false;
  }
}
