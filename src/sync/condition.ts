/**
 * A condition: wait for something to become true, under a lock.
 *
 * Rule 24. `wait` gives the lock away while it waits and always has it again when
 * it returns or throws, whatever happens in between: the code around it relies on
 * holding it. And a notification must not get lost: if a task was notified and then
 * leaves with an error, it passes the notification on to the next. That next task
 * may find its condition still false, which is why one always waits in a loop;
 * `waitFor` is that loop.
 *
 * @module
 */

import type { Coroutine } from "../tasks/coroutine.ts";
import { CancelledError } from "../tasks/exceptions.ts";
import { getRunningLoop } from "../tasks/event_loop.ts";
import type { Future } from "../tasks/future.ts";
import { Lock } from "./lock.ts";

/**
 * A condition variable for tasks, as `asyncio.Condition`.
 *
 * @example
 * ```ts
 * import { Condition, createTask, runSync, sleep } from "@loopbook/loopbook";
 * import { assertEquals } from "@std/assert";
 *
 * const stock: string[] = [];
 * function* buy(shop: Condition) {
 *   using _ = yield* shop.acquire();
 *   yield* shop.waitFor(() => stock.length > 0);
 *   return stock.pop();
 * }
 * function* main() {
 *   const shop = new Condition();
 *   const customer = createTask(buy(shop));
 *   yield* sleep(10);
 *   {
 *     using _ = yield* shop.acquire();
 *     stock.push("bread");
 *     shop.notify();
 *   }
 *   return yield* customer;
 * }
 * assertEquals(runSync(main), "bread");
 * ```
 *
 * @see https://docs.python.org/3/library/asyncio-sync.html#asyncio.Condition
 */
export class Condition {
  readonly #lock: Lock;
  readonly #waiters = new Set<Future<void>>();

  /**
   * Makes a condition.
   *
   * @param lock the lock it works under; by default one of its own
   */
  constructor(lock: Lock = new Lock()) {
    this.#lock = lock;
  }

  /**
   * Whether somebody holds the lock.
   *
   * @returns `true` between `acquire` and `release`
   */
  locked(): boolean {
    return this.#lock.locked();
  }

  /**
   * Takes the lock.
   *
   * @returns a coroutine of something to dispose of, which releases the lock
   */
  acquire(): Coroutine<Disposable> {
    return this.#lock.acquire();
  }

  /**
   * Gives the lock back.
   *
   * @throws {Error} when nobody holds it
   */
  release(): void {
    this.#lock.release();
  }

  // #region wait
  /**
   * Gives the lock away, waits to be notified, and takes the lock again.
   *
   * @returns a coroutine of `true`
   * @throws {Error} when the lock is not held
   */
  *wait(): Coroutine<true> {
    if (!this.locked()) {
      throw new Error(
        "Cannot wait on an un-acquired lock; using _ = yield* condition.acquire() first",
      );
    }
    const waiter = getRunningLoop().createFuture<void>();
    this.release();
    try {
      try {
        this.#waiters.add(waiter);
        yield* waiter;
        return true;
      } finally {
        this.#waiters.delete(waiter);
        yield* this.#acquireForCertain();
      }
    } catch (error) {
      this.#wake(1);
      throw error;
    }
  }

  /** Takes the lock however often that is cancelled, and then says so. */
  *#acquireForCertain(): Coroutine<void> {
    let cancellation: CancelledError | null = null;
    for (;;) {
      try {
        yield* this.#lock.acquire();
        break;
      } catch (error) {
        if (!(error instanceof CancelledError)) throw error;
        cancellation = error;
      }
    }
    if (cancellation !== null) throw cancellation;
  }
  // #endregion

  /**
   * Waits until a condition is true.
   *
   * @param predicate asked under the lock, first at once and then after each
   * notification
   * @returns a coroutine of what the predicate gave
   * @throws {Error} when the lock is not held
   */
  *waitFor<T>(predicate: () => T): Coroutine<T> {
    let result = predicate();
    while (!result) {
      yield* this.wait();
      result = predicate();
    }
    return result;
  }

  /**
   * Wakes tasks that wait; they go on once they have the lock.
   *
   * @param count how many at most
   * @throws {Error} when the lock is not held
   */
  notify(count = 1): void {
    if (!this.locked()) {
      throw new Error(
        "Cannot notify on an un-acquired lock; using _ = yield* condition.acquire() first",
      );
    }
    this.#wake(count);
  }

  /**
   * Wakes everybody who waits.
   *
   * @throws {Error} when the lock is not held
   */
  notifyAll(): void {
    this.notify(this.#waiters.size);
  }

  #wake(count: number): void {
    for (const waiter of this.#waiters) {
      if (count <= 0) return;
      if (waiter.done()) continue;
      waiter.setResult();
      count--;
    }
  }
}
