/**
 * The bridge from the loop to the host's promises.
 *
 * @module
 */

import type { Awaitable } from "./coroutine.ts";
import { ensureFuture } from "./ensure_future.ts";

/**
 * A promise that follows an awaitable, for native code inside a running loop.
 *
 * @param awaitable a future; or a coroutine, which becomes a task
 * @returns the promise
 *
 * @example
 * ```ts
 * import { fromPromise, run, sleep, toPromise } from "@loopbook/loopbook";
 * import { assertEquals } from "@std/assert";
 *
 * function* work() {
 *   yield* sleep(1);
 *   return 20;
 * }
 * async function native(promise: Promise<number>) {
 *   return 1 + await promise;
 * }
 * function* main() {
 *   return yield* fromPromise(native(toPromise(work())));
 * }
 * assertEquals(await run(main), 21);
 * ```
 */
export function toPromise<T>(awaitable: Awaitable<T>): Promise<T> {
  return ensureFuture(awaitable).then();
}
