/**
 * The other door into the library: on virtual time, without the host.
 *
 * @module
 */

import { runWithoutHost } from "../loop/without_host.ts";
import type { Awaitable } from "./coroutine.ts";
import { ensureFuture } from "./ensure_future.ts";
import { allTasks, EventLoop, settledResult, stopLoop } from "./event_loop.ts";
import { DeadlockError, HostRequiredError } from "./exceptions.ts";
import {
  coroutineOf,
  type Main,
  type RunOptions,
  withDefaults,
} from "./runner.ts";
import { cancelAll } from "./shutdown.ts";
import { stuckTasks } from "./stuck.ts";

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
    return runUntilCompleteWithoutHost(loop, task);
  } finally {
    const left = cancelAll(loop);
    if (left !== null) {
      runUntilCompleteWithoutHost(loop, left.ended());
      left.report();
    }
    loop.close();
  }
}

/** Runs a loop until an awaitable is done, before it returns. */
export function runUntilCompleteWithoutHost<T>(
  loop: EventLoop,
  awaitable: Awaitable<T>,
): T {
  const future = ensureFuture(awaitable, loop);
  future.addDoneCallback(stopLoop);
  let end: "stopped" | "stuck";
  try {
    end = runWithoutHost(loop);
  } finally {
    // Else it would stop the loop again while the runner closes it.
    future.removeDoneCallback(stopLoop);
  }
  if (end === "stopped") return settledResult(future);
  if (loop._hostOperations > 0) {
    throw new HostRequiredError(
      "Program waits for a promise, which runSync() cannot deliver; use run()",
    );
  }
  throw new DeadlockError(stuckTasks(allTasks(loop)));
}
