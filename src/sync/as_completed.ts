/**
 * Results in the order in which they come.
 *
 * It stands in this room, not among the other combinators, because it is made of
 * a queue: futures are put in as they complete, and each wait takes one out.
 *
 * @module
 */

import type { TimerHandle } from "../loop/handle.ts";
import type { Awaitable, Coroutine, ResultOf } from "../tasks/coroutine.ts";
import { ensureFuture } from "../tasks/ensure_future.ts";
import { getRunningLoop } from "../tasks/event_loop.ts";
import { TimeoutError } from "../tasks/exceptions.ts";
import type { Future } from "../tasks/future.ts";
import { checkLimit } from "../tasks/timeout.ts";
import { Queue } from "./queue.ts";

/** How completions are awaited. */
export interface AsCompletedOptions {
  /** The limit for all together, in milliseconds; `null` for none. */
  timeout?: number | null;
}

/**
 * Gives one coroutine for each awaitable; the first to be awaited gives the result
 * of the first to complete, and so on (rule 20).
 *
 * @param awaitables coroutines, futures and promises
 * @param options a limit for all together
 * @returns an iterator of coroutines, as many as there are different awaitables
 * @throws {TimeoutError} from each coroutine that is left when the limit passes
 *
 * @example
 * ```ts
 * import { asCompleted, runSync, sleep } from "@loopbook/loopbook";
 * import { assertEquals } from "@std/assert";
 *
 * function* main() {
 *   const order: string[] = [];
 *   for (const next of asCompleted([sleep(20, "slow"), sleep(10, "quick")])) {
 *     order.push(yield* next);
 *   }
 *   return order;
 * }
 * assertEquals(runSync(main), ["quick", "slow"]);
 * ```
 *
 * @see https://docs.python.org/3/library/asyncio-task.html#asyncio.as_completed
 */
export function asCompleted<A extends Awaitable<unknown>>(
  awaitables: Iterable<A>,
  { timeout = null }: AsCompletedOptions = {},
): IterableIterator<Coroutine<ResultOf<A>>> {
  checkLimit(timeout);
  return new Completions<ResultOf<A>>(
    new Set(awaitables as Iterable<Awaitable<ResultOf<A>>>),
    timeout,
  );
}

export class Completions<T> implements IterableIterator<Coroutine<T>> {
  readonly #done = new Queue<Future<T> | null>();
  readonly #todo: Set<Future<T>>;
  #left: number;
  readonly #limit: number | null;
  #timer: TimerHandle | null = null;

  constructor(awaitables: Set<Awaitable<T>>, timeout: number | null) {
    const loop = getRunningLoop();
    this.#todo = new Set(
      Array.from(awaitables, (each) => ensureFuture<T>(each)),
    );
    for (const future of this.#todo) {
      future.addDoneCallback(this.#completed);
    }
    this.#left = this.#todo.size;
    this.#limit = timeout;
    if (this.#left > 0 && timeout !== null) {
      this.#timer = loop.callLater(timeout, () => this.#expire());
    }
  }

  next(): IteratorResult<Coroutine<T>> {
    if (this.#left === 0) return { done: true, value: undefined };
    this.#left--;
    return { done: false, value: this.#takeOne() };
  }

  [Symbol.iterator](): this {
    return this;
  }

  *#takeOne(): Coroutine<T> {
    const future = yield* this.#done.get();
    if (future === null) {
      throw new TimeoutError(`Time limit of ${this.#limit} ms has passed`);
    }
    return future.result();
  }

  readonly #completed = (future: Future<T>): void => {
    if (!this.#todo.delete(future)) return; // the limit passed first
    this.#done.putNowait(future);
    if (this.#todo.size === 0) this.#timer?.cancel();
  };

  #expire(): void {
    for (const future of this.#todo) {
      future.removeDoneCallback(this.#completed);
      this.#done.putNowait(null);
    }
    this.#todo.clear();
  }
}
