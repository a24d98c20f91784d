/**
 * An event: a flag that tasks can wait for.
 *
 * @module
 */

import type { Coroutine } from "../tasks/coroutine.ts";
import { getRunningLoop } from "../tasks/event_loop.ts";
import type { Future } from "../tasks/future.ts";

/**
 * A flag that tasks can wait for, as `asyncio.Event`. Setting it wakes everybody
 * who waits at that moment, even if it is cleared right after (rule 25).
 *
 * @example
 * ```ts
 * import { createTask, Event, runSync, sleep } from "@loopbook/loopbook";
 * import { assertEquals } from "@std/assert";
 *
 * function* main() {
 *   const ready = new Event();
 *   const waiting = createTask(ready.wait());
 *   yield* sleep(10);
 *   ready.set();
 *   return yield* waiting;
 * }
 * assertEquals(runSync(main), true);
 * ```
 *
 * @see https://docs.python.org/3/library/asyncio-sync.html#asyncio.Event
 */
export class Event {
  readonly #waiters = new Set<Future<void>>();
  #set = false;

  /**
   * Whether the flag is set.
   *
   * @returns `true` between `set` and `clear`
   */
  isSet(): boolean {
    return this.#set;
  }

  /** Sets the flag and wakes everybody who waits for it. */
  set(): void {
    if (this.#set) return;
    this.#set = true;
    for (const waiter of this.#waiters) {
      if (!waiter.done()) waiter.setResult();
    }
  }

  /** Takes the flag down; who waits from now on waits for the next `set`. */
  clear(): void {
    this.#set = false;
  }

  /**
   * Waits until the flag is set; returns at once when it is.
   *
   * @returns a coroutine of `true`
   */
  *wait(): Coroutine<true> {
    if (this.#set) return true;
    const waiter = getRunningLoop().createFuture<void>();
    this.#waiters.add(waiter);
    try {
      yield* waiter;
      return true;
    } finally {
      this.#waiters.delete(waiter);
    }
  }
}
