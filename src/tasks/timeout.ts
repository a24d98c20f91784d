/**
 * A time limit around a piece of a coroutine.
 *
 * When the limit passes, the task is cancelled: that is the only way to stop code
 * in the middle of a wait. What makes it a *timeout* is what happens at the edge of
 * the block: if the cancellation that arrives there is our own, and no other is
 * outstanding, it is taken back and becomes a {@linkcode TimeoutError} (rule 16).
 * The count of cancel requests, noted at the start, is how we can tell.
 *
 * @module
 */

import type { TimerHandle } from "../loop/handle.ts";
import { Block, checkBody, type Ending } from "./block.ts";
import { type Coroutine, describe } from "./coroutine.ts";
import { currentTask, getRunningLoop } from "./event_loop.ts";
import { CancelledError, TimeoutError } from "./exceptions.ts";
import type { Task } from "./task.ts";

type State = "created" | "active" | "expiring" | "expired" | "finished";

/**
 * A running time limit, handed to the body of {@linkcode timeout}, as
 * `asyncio.Timeout`.
 *
 * @see https://docs.python.org/3/library/asyncio-task.html#asyncio.Timeout
 */
export class Timeout {
  #state: State = "created";
  #when: number | null;
  #task: Task<unknown> | null = null;
  #requestsBefore = 0;
  #timer: TimerHandle | null = null;

  /** How the limit was given, for the message. */
  #limit: string;

  /** @internal */
  constructor(when: number | null, limit: string) {
    this.#when = when;
    this.#limit = limit;
  }

  /**
   * The deadline.
   *
   * @returns milliseconds on the loop's clock, `null` for no limit
   */
  when(): number | null {
    return this.#when;
  }

  /**
   * Whether the limit has passed.
   *
   * @returns `true` from the moment the body is being cancelled
   */
  expired(): boolean {
    return this.#state === "expiring" || this.#state === "expired";
  }

  /**
   * Moves the deadline.
   *
   * @param when milliseconds on the loop's clock, `null` for no limit
   * @throws {Error} when the block is over or the limit has passed
   */
  reschedule(when: number | null): void {
    if (this.#state !== "active") {
      throw new Error(
        `Cannot change state of ${this.#state} Timeout; reschedule() works inside its body`,
      );
    }
    this.#limit = atTime(checkLimit(when));
    this.#arm(when);
  }

  #arm(when: number | null): void {
    this.#when = when;
    this.#timer?.cancel();
    this.#timer = null;
    if (when === null) return;
    const loop = getRunningLoop();
    const expire = () => this.#expire();
    Object.defineProperty(expire, "name", { value: "timeout" });
    this.#timer = when <= loop.time()
      ? loop.callSoon(expire) as TimerHandle
      : loop.callAt(when, expire);
  }

  // #region enter-leave
  /** @internal */
  _enter(): void {
    const task = currentTask();
    if (task === null) {
      throw new Error("Timeout must be used inside a task; start one with run");
    }
    this.#state = "active";
    this.#task = task;
    this.#requestsBefore = task.cancelling();
    this.#arm(this.#when);
  }

  /** The error with which the block ends, given the one that ended its body. */
  _leave(error: unknown): unknown {
    this.#timer?.cancel();
    this.#timer = null;
    if (this.#state !== "expiring") {
      this.#state = "finished";
      return error;
    }
    this.#state = "expired";
    const othersWait = this.#task!.uncancel() > this.#requestsBefore;
    if (error instanceof CancelledError && !othersWait) {
      const message = `Time limit ${this.#limit} has passed`;
      return new TimeoutError(message, { cause: error });
    }
    return error;
  }

  #expire(): void {
    this.#task!.cancel();
    this.#state = "expiring";
    this.#timer = null;
  }
  // #endregion
}

/**
 * Runs a body with a time limit. When the limit passes, the body is cancelled
 * where it waits, and once it has cleaned up a {@linkcode TimeoutError} is thrown.
 *
 * @param delay milliseconds from now, `null` for no limit
 * @param body a coroutine function; gets the {@linkcode Timeout}
 * @returns a coroutine of the body's result
 * @throws {TimeoutError} when the limit passed
 * @throws {RangeError} when the delay is NaN
 *
 * @example
 * ```ts
 * import { runSync, sleep, timeout, TimeoutError } from "@loopbook/loopbook";
 * import { assertThrows } from "@std/assert";
 *
 * function* main() {
 *   yield* timeout(500, function* () {
 *     yield* sleep(10_000);
 *   });
 * }
 * assertThrows(() => runSync(main), TimeoutError);
 * ```
 *
 * @see https://docs.python.org/3/library/asyncio-task.html#asyncio.timeout
 */
export function timeout<T>(
  delay: number | null,
  body: (timeout: Timeout) => Coroutine<T>,
): Coroutine<T> {
  checkLimit(delay);
  checkBody(body, "timeout()");
  return new TimeoutBlock(delay, true, body);
}

/**
 * Like {@linkcode timeout}, with a deadline instead of a delay.
 *
 * @param when milliseconds on the loop's clock, `null` for no limit
 * @param body a coroutine function; gets the {@linkcode Timeout}
 * @returns a coroutine of the body's result
 * @throws {TimeoutError} when the limit passed
 * @throws {RangeError} when the time is NaN
 *
 * @see https://docs.python.org/3/library/asyncio-task.html#asyncio.timeout_at
 */
export function timeoutAt<T>(
  when: number | null,
  body: (timeout: Timeout) => Coroutine<T>,
): Coroutine<T> {
  checkLimit(when);
  checkBody(body, "timeoutAt()");
  return new TimeoutBlock(when, false, body);
}

// #region block
/** The body with the limit around it. */
class TimeoutBlock<T> extends Block<T> {
  readonly #limit: number | null;
  readonly #isDelay: boolean;
  readonly #body: (timeout: Timeout) => Coroutine<T>;
  #timeout: Timeout | null = null;

  constructor(
    limit: number | null,
    isDelay: boolean,
    body: (timeout: Timeout) => Coroutine<T>,
  ) {
    super("timeout()");
    this.#limit = limit;
    this.#isDelay = isDelay;
    this.#body = body;
  }

  protected override enter(): Coroutine<T> {
    const limit = this.#limit;
    const when = limit !== null && this.#isDelay
      ? getRunningLoop().time() + limit
      : limit;
    const words = this.#isDelay ? `of ${limit} ms` : atTime(limit);
    const timeout = new Timeout(when, words);
    timeout._enter();
    this.#timeout = timeout;
    return this.#body(timeout);
  }

  protected override leave(ending: Ending<T>): T {
    const error = ending.ok ? undefined : ending.error;
    const outcome = this.#timeout === null
      ? error // it never entered
      : this.#timeout._leave(error);
    if (ending.ok) return ending.value;
    throw outcome;
  }
}
// #endregion

function atTime(when: number | null): string {
  return `at ${when} ms of the loop's clock`;
}

/** Refuses what is no time limit. */
export function checkLimit(limit: number | null): number | null {
  if (limit !== null && (typeof limit !== "number" || Number.isNaN(limit))) {
    throw new RangeError(
      `Invalid time limit: ${
        typeof limit === "number" ? limit : describe(limit)
      }; it must be a number of milliseconds, or null for none`,
    );
  }
  return limit;
}
