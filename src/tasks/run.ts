/**
 * The two doors into the library.
 *
 * @module
 */

import {
  cancelAll,
  coroutineOf,
  type Main,
  Runner,
  type RunOptions,
  withDefaults,
} from "./runner.ts";
import { EventLoop } from "./event_loop.ts";

/**
 * Runs a program: makes a loop, runs the coroutine to its end, cancels the tasks
 * it left behind, waits for them, closes the loop.
 *
 * @param main the coroutine, or the function that makes it
 * @param options clock, trace, signal, name, debug
 * @returns a promise of its result
 * @throws {TypeError} when it is not a coroutine
 * @throws {Error} when a loop is running already
 *
 * @example
 * ```ts
 * import { run, sleep } from "@loopbook/loopbook";
 *
 * function* main() {
 *   yield* sleep(1);
 *   console.log("Hello, world!");
 * }
 * await run(main);
 * ```
 *
 * @see https://docs.python.org/3/library/asyncio-runner.html#asyncio.run
 */
// #region run
export async function run<T>(
  main: Main<T>,
  options: RunOptions = {},
): Promise<T> {
  const runner = new Runner(options);
  try {
    return await runner.run(main, options);
  } finally {
    await runner.close();
  }
}
// #endregion

/**
 * Runs a program on virtual time, from beginning to end before it returns. The
 * clock jumps from deadline to deadline and the host is never waited for.
 *
 * @param main the coroutine, or the function that makes it
 * @param options trace, name, debug
 * @returns its result
 * @throws {DeadlockError} when no task can ever go on
 * @throws {HostRequiredError} when the program waits for a promise
 * @throws {TypeError} when it is not a coroutine
 * @throws {Error} when a loop is running already
 *
 * @example
 * ```ts
 * import { getRunningLoop, runSync, sleep } from "@loopbook/loopbook";
 * import { assertEquals } from "@std/assert";
 *
 * function* main() {
 *   yield* sleep(3_600_000);
 *   return getRunningLoop().time();
 * }
 * assertEquals(runSync(main), 3_600_000);
 * ```
 */
export function runSync<T>(
  main: Main<T>,
  options: Pick<RunOptions, "trace" | "name" | "debug"> = {},
): T {
  const loop = new EventLoop({ ...withDefaults(options), clock: "virtual" });
  try {
    const task = loop.createTask(
      coroutineOf(main, "runSync()"),
      options.name === undefined ? {} : { name: options.name },
    );
    return loop._runUntilCompleteWithoutHost(task);
  } finally {
    const left = cancelAll(loop);
    if (left !== null) {
      loop._runUntilCompleteWithoutHost(left.ended());
      left.report();
    }
    loop.close();
  }
}
