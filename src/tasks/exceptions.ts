/**
 * The errors of the tasks' world, with asyncio's names.
 *
 * @module
 */

/**
 * Thrown into a coroutine whose task was cancelled, as
 * `asyncio.CancelledError`. Let it pass, or `throw` it on after cleaning up:
 * who swallows it, swallows the wish of whoever cancelled.
 *
 * @see https://docs.python.org/3/library/asyncio-exceptions.html#asyncio.CancelledError
 */
export class CancelledError extends Error {
  /** The class's name. */
  override readonly name = "CancelledError";

  /**
   * Makes the error.
   *
   * @param message what was given to `cancel`
   */
  constructor(message = "") {
    super(message);
  }
}

/**
 * Thrown when a time limit has passed, as Python's `TimeoutError`.
 *
 * @see https://docs.python.org/3/library/asyncio-exceptions.html#asyncio.TimeoutError
 */
export class TimeoutError extends Error {
  /** The class's name. */
  override readonly name = "TimeoutError";
}

/**
 * Thrown when a future is asked for something its state can't give, as
 * `asyncio.InvalidStateError`.
 *
 * @see https://docs.python.org/3/library/asyncio-exceptions.html#asyncio.InvalidStateError
 */
export class InvalidStateError extends Error {
  /** The class's name. */
  override readonly name = "InvalidStateError";
}

/** Thrown by `runSync` when no task can ever go on. */
export class DeadlockError extends Error {
  /** The class's name. */
  override readonly name = "DeadlockError";
}

/** Thrown by `runSync` when the program waits for the host (a promise). */
export class HostRequiredError extends Error {
  /** The class's name. */
  override readonly name = "HostRequiredError";
}

/**
 * Whether an error is a cancellation passing through. In Python
 * `except Exception` lets it pass; here a bare `catch` takes it, so ask first:
 *
 * @param error what was caught
 * @returns `true` for a {@linkcode CancelledError}
 *
 * @example
 * ```ts
 * import { CancelledError, isCancelled } from "@loopbook/loopbook";
 * import { assert } from "@std/assert";
 *
 * try {
 *   throw new CancelledError();
 * } catch (error) {
 *   assert(isCancelled(error)); // and then: throw error
 * }
 * ```
 */
export function isCancelled(error: unknown): error is CancelledError {
  return error instanceof CancelledError;
}

/**
 * Thrown by `getNowait` when there is nothing to take, as `asyncio.QueueEmpty`.
 *
 * @see https://docs.python.org/3/library/asyncio-queue.html#asyncio.QueueEmpty
 */
export class QueueEmpty extends Error {
  /** The class's name. */
  override readonly name = "QueueEmpty";
}

/**
 * Thrown by `putNowait` when there is no room, as `asyncio.QueueFull`.
 *
 * @see https://docs.python.org/3/library/asyncio-queue.html#asyncio.QueueFull
 */
export class QueueFull extends Error {
  /** The class's name. */
  override readonly name = "QueueFull";
}

/**
 * Thrown by a queue that was shut down, as `asyncio.QueueShutDown`.
 *
 * @see https://docs.python.org/3/library/asyncio-queue.html#asyncio.QueueShutDown
 */
export class QueueShutDown extends Error {
  /** The class's name. */
  override readonly name = "QueueShutDown";
}

/**
 * Thrown at a barrier that was aborted or reset, as
 * `asyncio.BrokenBarrierError`.
 *
 * @see https://docs.python.org/3/library/asyncio-sync.html#asyncio.BrokenBarrierError
 */
export class BrokenBarrierError extends Error {
  /** The class's name. */
  override readonly name = "BrokenBarrierError";
}
