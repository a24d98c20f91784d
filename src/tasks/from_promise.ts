/**
 * The bridge from the host's promises into the loop.
 *
 * @module
 */

import { type BaseEventLoop, currentLoop } from "../loop/base_event_loop.ts";
import { isPromiseLike, notAwaitable } from "./coroutine.ts";
import { Future } from "./future.ts";

/** How a promise is followed. */
export interface FromPromiseOptions {
  /**
   * Called when the future is cancelled while the promise is pending: the place
   * to abort the work behind it.
   */
  cancel?: (message: string | undefined) => void;
  /** The loop the future lives on; by default the running one. */
  loop?: BaseEventLoop;
}

/**
 * A future that follows a promise: `yield* fromPromise(fetch(url))`.
 *
 * @param promise the promise
 * @param options what to do when nobody wants the result any more
 * @returns the future
 * @throws {TypeError} when it is not a promise
 * @throws {Error} when no loop is running and none is given
 *
 * @example
 * ```ts
 * import { fromPromise, run } from "@loopbook/loopbook";
 * import { assertEquals } from "@std/assert";
 *
 * function* main() {
 *   return yield* fromPromise(Promise.resolve("from the host"));
 * }
 * assertEquals(await run(main), "from the host");
 * ```
 *
 * @see https://docs.python.org/3/library/asyncio-future.html#asyncio.wrap_future
 */
// #region from-promise
export function fromPromise<T>(
  promise: PromiseLike<T>,
  options: FromPromiseOptions = {},
): Future<T> {
  if (!isPromiseLike(promise)) {
    throw notAwaitable(promise, "fromPromise()", "a promise");
  }
  const loop = options.loop ?? currentLoop();
  if (loop === null) {
    throw new Error(
      "No running event loop; call fromPromise() in a coroutine, or pass { loop }",
    );
  }
  const future = new HostFuture<T>(loop, options.cancel);
  loop._hostOperationBegins();
  promise.then(
    (value) => {
      if (future.done()) return;
      future.setResult(value);
      loop._hostOperationEnds();
    },
    (error: unknown) => {
      if (future.done()) return;
      future.setException(error ?? new Error(`Promise rejected with ${error}`));
      loop._hostOperationEnds();
    },
  );
  return future;
}
// #endregion

/** A future whose result comes from the host. */
class HostFuture<T> extends Future<T> {
  readonly #onCancel: ((message: string | undefined) => void) | undefined;

  constructor(
    loop: BaseEventLoop,
    onCancel: ((message: string | undefined) => void) | undefined,
  ) {
    super(loop);
    this.#onCancel = onCancel;
  }

  override cancel(message?: string): boolean {
    if (!super.cancel(message)) return false;
    this._loop._hostOperationEnds();
    try {
      this.#onCancel?.(message);
    } catch (error) {
      this._loop.callExceptionHandler({
        message: "Exception in the cancel function of fromPromise()",
        exception: error,
        future: this,
      });
    }
    return true;
  }

  override _label(): string {
    return "promise";
  }
}
