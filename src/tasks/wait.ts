/**
 * Waiting for several futures without taking their results.
 *
 * @module
 */

import type { TimerHandle } from "../loop/handle.ts";
import {
  type Coroutine,
  isCoroutine,
  isPromiseLike,
  notAwaitable,
} from "./coroutine.ts";
import { ensureFuture } from "./ensure_future.ts";
import { getRunningLoop } from "./event_loop.ts";
import type { Future } from "./future.ts";
import { checkLimit } from "./timeout.ts";

/** {@linkcode wait} returns when the first future is done. */
export const FIRST_COMPLETED = "FIRST_COMPLETED";
/** {@linkcode wait} returns when the first future has failed, or all are done. */
export const FIRST_EXCEPTION = "FIRST_EXCEPTION";
/** {@linkcode wait} returns when all futures are done. */
export const ALL_COMPLETED = "ALL_COMPLETED";

/** When {@linkcode wait} returns. */
export type ReturnWhen =
  | typeof FIRST_COMPLETED
  | typeof FIRST_EXCEPTION
  | typeof ALL_COMPLETED;

/** How long {@linkcode wait} waits. */
export interface WaitOptions {
  /** A limit in milliseconds; `null` for none. */
  timeout?: number | null;
  /** What to wait for; by default {@linkcode ALL_COMPLETED}. */
  returnWhen?: ReturnWhen;
}

/** What {@linkcode wait} gives: each set in the order of the arguments. */
export interface WaitResult<F> {
  /** The futures that are done. */
  done: Set<F>;
  /** The futures that are not. */
  pending: Set<F>;
}

/**
 * Waits for tasks and futures. It throws none of their errors, cancels nothing, and
 * a timeout is no error (rule 19).
 *
 * @param futures tasks and futures; promises become futures
 * @param options what to wait for, and how long
 * @returns a coroutine of which are done and which are not
 * @throws {TypeError} for a coroutine: make a task of it first
 * @throws {RangeError} when there is nothing to wait for, or the limit is NaN
 *
 * @example
 * ```ts
 * import { createTask, FIRST_COMPLETED, runSync, sleep, wait } from "@loopbook/loopbook";
 * import { assertEquals } from "@std/assert";
 *
 * function* main() {
 *   const quick = createTask(sleep(10, "quick"));
 *   const slow = createTask(sleep(1000, "slow"));
 *   const { done, pending } = yield* wait([quick, slow], {
 *     returnWhen: FIRST_COMPLETED,
 *   });
 *   assertEquals([...done], [quick]);
 *   for (const task of pending) task.cancel();
 * }
 * runSync(main);
 * ```
 *
 * @see https://docs.python.org/3/library/asyncio-task.html#asyncio.wait
 */
export function wait<F extends Future<unknown>>(
  futures: Iterable<F>,
  options?: WaitOptions,
): Coroutine<WaitResult<F>>;
/**
 * Waits for tasks, futures and promises.
 *
 * @param awaitables tasks, futures and promises, which become futures
 * @param options what to wait for, and how long
 * @returns a coroutine of which are done and which are not
 */
export function wait<T>(
  awaitables: Iterable<Future<T> | PromiseLike<T>>,
  options?: WaitOptions,
): Coroutine<WaitResult<Future<T>>>;
export function wait(
  awaitables: Iterable<Future<unknown> | PromiseLike<unknown>>,
  { timeout = null, returnWhen = ALL_COMPLETED }: WaitOptions = {},
): Coroutine<WaitResult<Future<unknown>>> {
  const given = listOf(awaitables);
  checkLimit(timeout);
  if (
    returnWhen !== ALL_COMPLETED && returnWhen !== FIRST_COMPLETED &&
    returnWhen !== FIRST_EXCEPTION
  ) {
    throw new TypeError(
      `Unknown returnWhen ${
        JSON.stringify(returnWhen)
      }; use FIRST_COMPLETED, FIRST_EXCEPTION or ALL_COMPLETED`,
    );
  }
  return waitUntil(given, timeout, returnWhen);
}

// #region wait
function* waitUntil(
  awaitables: readonly (Future<unknown> | PromiseLike<unknown>)[],
  timeout: number | null,
  returnWhen: ReturnWhen,
): Coroutine<WaitResult<Future<unknown>>> {
  const loop = getRunningLoop();
  const futures = new Set(awaitables.map((each) => ensureFuture(each)));
  const done = new Set<Future<unknown>>();
  const pending = new Set<Future<unknown>>();
  const waiter = loop.createFuture<void>();
  let left = futures.size;
  let timer: TimerHandle | null = null;

  function release(): void {
    timer?.cancel();
    if (!waiter.done()) waiter.setResult();
  }
  // Named for what a trace should say: wait, not oneDone.
  const oneDone = function wait(future: Future<unknown>): void {
    left--;
    const enough = left === 0 || returnWhen === FIRST_COMPLETED ||
      returnWhen === FIRST_EXCEPTION && !future.cancelled() &&
        future.exception() !== undefined;
    if (enough) release();
  };

  if (timeout !== null) timer = loop.callLater(timeout, release);
  for (const future of futures) future._addDoneCallbackFor(waiter, oneDone);
  try {
    yield* waiter;
  } finally {
    timer?.cancel();
    for (const future of futures) future.removeDoneCallback(oneDone);
  }
  for (const future of futures) (future.done() ? done : pending).add(future);
  return { done, pending };
}
// #endregion

function listOf(
  awaitables: Iterable<Future<unknown> | PromiseLike<unknown>>,
): (Future<unknown> | PromiseLike<unknown>)[] {
  if (isPromiseLike(awaitables) || isCoroutine(awaitables)) {
    throw new TypeError(
      "wait() takes a list of tasks and futures: wait([task])",
    );
  }
  const list = [...awaitables];
  if (list.length === 0) {
    throw new RangeError("wait() needs at least one task or future");
  }
  for (const each of list) {
    if (isCoroutine(each)) {
      throw new TypeError(
        "wait() takes no coroutines, since their results would be lost; pass tasks: createTask(…)",
      );
    }
    if (!isPromiseLike(each)) {
      throw notAwaitable(each, "wait()", "tasks, futures and promises");
    }
  }
  return list;
}
