/**
 * One awaitable with a time limit.
 *
 * @module
 */

import {
  type Awaitable,
  type Coroutine,
  isCoroutine,
  isPromiseLike,
  notAwaitable,
} from "./coroutine.ts";
import { ensureFuture } from "./ensure_future.ts";
import { getRunningLoop } from "./event_loop.ts";
import { CancelledError, TimeoutError } from "./exceptions.ts";
import type { Future } from "./future.ts";
import { timeout } from "./timeout.ts";

/**
 * Waits for an awaitable, but not longer than a limit. When the limit passes, the
 * awaitable is cancelled and, once it has ended, a {@linkcode TimeoutError} is
 * thrown. To leave it running, wrap it in {@linkcode shield}.
 *
 * @param awaitable a coroutine, a future or a promise
 * @param limit milliseconds, `null` for no limit; zero and less take only a result
 * that is there already
 * @returns a coroutine of the result
 * @throws {TimeoutError} when the limit passed
 * @throws {RangeError} when the limit is NaN
 *
 * @example
 * ```ts
 * import { runSync, sleep, waitFor } from "@loopbook/loopbook";
 * import { assertEquals } from "@std/assert";
 *
 * function* main() {
 *   return yield* waitFor(sleep(100, "in time"), 500);
 * }
 * assertEquals(runSync(main), "in time");
 * ```
 *
 * @see https://docs.python.org/3/library/asyncio-task.html#asyncio.wait_for
 */
export function waitFor<T>(
  awaitable: Awaitable<T>,
  limit: number | null,
): Coroutine<T> {
  if (!isCoroutine(awaitable) && !isPromiseLike(awaitable)) {
    throw notAwaitable(awaitable, "waitFor()");
  }
  if (limit !== null && limit <= 0) return onlyIfDone(awaitable, limit);
  // A coroutine runs inline, in the caller's task: no pass is lost (rule 15).
  return timeout(limit, () => inline(awaitable));
}

function inline<T>(awaitable: Awaitable<T>): Coroutine<T> {
  return isCoroutine(awaitable)
    ? awaitable as Coroutine<T>
    : ensureFuture(awaitable)[Symbol.iterator]();
}

// #region only-if-done
function* onlyIfDone<T>(
  awaitable: Awaitable<T>,
  limit: number,
): Coroutine<T> {
  const future = ensureFuture(awaitable);
  if (future.done()) return future.result();
  yield* cancelAndWait(future);
  try {
    return future.result();
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    const message = `Time limit of ${limit} ms has passed`;
    throw new TimeoutError(message, { cause: error });
  }
}

/** Waits until a cancelled future has ended, however it ends. */
function* cancelAndWait(future: Future<unknown>): Coroutine<void> {
  const over = getRunningLoop().createFuture<void>();
  const release = function waitFor() {
    if (!over.done()) over.setResult();
  };
  future.addDoneCallback(release);
  try {
    future.cancel();
    yield* over;
  } finally {
    future.removeDoneCallback(release);
  }
}
// #endregion
