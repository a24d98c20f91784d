/**
 * Cancellation for the host's calls: an `AbortSignal` that fires when the task is
 * asked to stop.
 *
 * @module
 */

import { runningStep } from "../loop/context.ts";
import { CancelledError } from "./exceptions.ts";

const controllers: WeakMap<object, AbortController> = new WeakMap();

/**
 * A signal that aborts when the current task is cancelled, to be handed to the
 * host's calls. It aborts at the moment of the request, so the host stops working
 * before the coroutine hears of it. A task that refuses its cancellation gets a new
 * signal the next time it asks.
 *
 * @returns the signal, the same one until it has aborted
 * @throws {Error} outside of a task
 *
 * @example
 * ```ts
 * import { abortSignal, createTask, run, sleep } from "@loopbook/loopbook";
 * import { assertEquals } from "@std/assert";
 *
 * function* main() {
 *   let aborted = false;
 *   const task = createTask(function* () {
 *     abortSignal().addEventListener("abort", () => aborted = true);
 *     yield* sleep(60_000);
 *   }());
 *   yield* sleep(0);
 *   task.cancel();
 *   return aborted;
 * }
 * assertEquals(await run(main), true);
 * ```
 */
export function abortSignal(): AbortSignal {
  const step = runningStep();
  if (step === null || !("getCoro" in step)) {
    throw new Error(
      "abortSignal() belongs to a task; call it in a coroutine that run() or createTask() runs",
    );
  }
  let controller = controllers.get(step);
  if (controller === undefined) {
    controllers.set(step, controller = new AbortController());
  }
  return controller.signal;
}

/** Whether somebody has a task's signal. */
export function hasAbortSignal(task: object): boolean {
  return controllers.has(task);
}

// #region abort
/** Fires the signal of a task that is being cancelled, if it has one. */
export function abort(task: object, message: string | undefined): void {
  const controller = controllers.get(task);
  if (controller === undefined) return;
  controllers.delete(task);
  controller.abort(new CancelledError(message));
}
// #endregion
