/**
 * The door into the library.
 *
 * @module
 */

import { type Main, Runner, type RunOptions } from "./runner.ts";

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
