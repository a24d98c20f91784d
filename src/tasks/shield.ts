/**
 * A wall between a waiting task and what it waits for: cancelling the first does
 * not reach the second.
 *
 * @module
 */

import type { Awaitable } from "./coroutine.ts";
import { ensureFuture } from "./ensure_future.ts";
import { Future } from "./future.ts";

/**
 * Waits for an awaitable without handing on a cancellation. The awaitable runs on
 * when the waiting task is cancelled; an error it throws after that is reported
 * to the loop's exception handler (rule 18).
 *
 * @param awaitable a coroutine, a future or a promise
 * @returns a future of the same outcome
 * @throws {TypeError} when it can't be awaited
 *
 * @example
 * ```ts
 * import { createTask, runSync, shield, sleep } from "@loopbook/loopbook";
 * import { assertEquals } from "@std/assert";
 *
 * function* main() {
 *   const save = createTask(sleep(100, "saved"));
 *   const waiting = createTask(shield(save)[Symbol.iterator]());
 *   yield* sleep(10);
 *   waiting.cancel();
 *   return yield* save;
 * }
 * assertEquals(runSync(main), "saved");
 * ```
 *
 * @see https://docs.python.org/3/library/asyncio-task.html#asyncio.shield
 */
export function shield<T>(awaitable: Awaitable<T>): Future<T> {
  const inner = ensureFuture(awaitable);
  if (inner.done()) return inner;
  const outer = new ShieldingFuture<T>(inner._loop);

  // Named for what a trace should say: shield, not innerDone.
  const innerDone = function shield(): void {
    if (outer.cancelled()) return;
    if (inner.cancelled()) outer.cancel();
    else {
      const error = inner.exception();
      if (error === undefined) outer.setResult(inner.result());
      else outer.setException(error);
    }
  };

  const outerDone = function shield(): void {
    if (inner.done()) return;
    inner.removeDoneCallback(innerDone);
    inner.removeDoneCallback(reportError);
    inner.addDoneCallback(reportError);
  };

  inner._addDoneCallbackFor(outer, innerDone);
  outer.addDoneCallback(outerDone);
  return outer;
}

/** Nobody waits for the inner future any more, so its error has no taker. */
function reportError(inner: Future<unknown>): void {
  if (inner.cancelled()) return;
  const exception = inner.exception();
  if (exception === undefined) return;
  inner.getLoop().callExceptionHandler({
    message: `${inner._label()} exception in shielded future`,
    exception,
    future: inner,
  });
}

class ShieldingFuture<T> extends Future<T> {
  override _label(): string {
    return "shield";
  }
}
