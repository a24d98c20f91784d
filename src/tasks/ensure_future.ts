/**
 * From anything awaitable to a future.
 *
 * @module
 */

import { currentLoop } from "../loop/base_event_loop.ts";
import {
  type Awaitable,
  type Coroutine,
  isCoroutine,
  isPromiseLike,
  notAwaitable,
} from "./coroutine.ts";
import { fromPromise } from "./from_promise.ts";
import { Future } from "./future.ts";
import type { TaskHome } from "./task.ts";

/**
 * Makes a future of any awaitable: a future stays as it is, a coroutine becomes
 * a task, a promise becomes a future that follows it.
 *
 * @param awaitable a coroutine, a future or a promise
 * @param loop where tasks are made; by default the running loop
 * @returns the future
 * @throws {TypeError} when it is none of the three
 *
 * @see https://docs.python.org/3/library/asyncio-future.html#asyncio.ensure_future
 */
export function ensureFuture<T>(
  awaitable: Awaitable<T>,
  loop?: TaskHome,
): Future<T> {
  if (awaitable instanceof Future) {
    if (loop !== undefined && awaitable._loop !== loop) {
      throw new Error(
        "Future belongs to another event loop; bring it over with fromPromise(future.then())",
      );
    }
    return awaitable as Future<T>;
  }
  const home = loop ?? currentLoop() as TaskHome | null;
  if (home === null) {
    throw new Error("No running event loop; start one with run(main)");
  }
  if (isCoroutine(awaitable)) {
    return home.createTask(awaitable as Coroutine<T>);
  }
  if (isPromiseLike(awaitable)) {
    return fromPromise(awaitable as PromiseLike<T>, { loop: home });
  }
  throw notAwaitable(awaitable, "ensureFuture()");
}
