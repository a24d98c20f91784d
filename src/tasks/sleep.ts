/**
 * Sleeping: the smallest thing that waits for the clock.
 *
 * In asyncio, `sleep` is a coroutine that makes a future and a timer that
 * settles it. Here one object plays all the parts: the coroutine, the timer in
 * the heap and the wait in the task. The passes are the same (rule 9): the timer
 * runs in one pass, the task resumes in the next.
 *
 * @module
 */

import { type BaseEventLoop, currentLoop } from "../loop/base_event_loop.ts";
import type { Context } from "../loop/context.ts";
import type { Timer } from "../loop/timer_queue.ts";
import {
  BARE_YIELD,
  BareYield,
  type Coroutine,
  describe,
  NO_STAR,
  Suspension,
  TAKEN,
  type Waiter,
} from "./coroutine.ts";
import { CancelledError } from "./exceptions.ts";

/**
 * Waits for some time. `sleep(0)` gives way for one pass of the loop.
 *
 * @param delay milliseconds; zero and less do not wait for the clock
 * @param result what the wait gives
 * @returns a coroutine for `yield*`
 * @throws {RangeError} when the delay is NaN or not a number
 *
 * @example
 * ```ts
 * import { getRunningLoop, runSync, sleep } from "@loopbook/loopbook";
 * import { assertEquals } from "@std/assert";
 *
 * function* main() {
 *   const word = yield* sleep(1000, "awake");
 *   return `${word} at ${getRunningLoop().time()} ms`;
 * }
 * assertEquals(runSync(main), "awake at 1000 ms");
 * ```
 *
 * @see https://docs.python.org/3/library/asyncio-task.html#asyncio.sleep
 */
export function sleep(delay: number): Coroutine<void>;
/**
 * Waits for some time, and gives a result.
 *
 * @param delay milliseconds; zero and less do not wait for the clock
 * @param result what the wait gives
 * @returns a coroutine for `yield*`
 */
export function sleep<T>(delay: number, result: T): Coroutine<T>;
// #region sleep-function
export function sleep<T>(delay: number, result?: T): Coroutine<T | void> {
  if (typeof delay !== "number" || Number.isNaN(delay)) {
    throw new RangeError(
      `Invalid delay: ${
        typeof delay === "number" ? delay : describe(delay)
      }; sleep() takes a number of milliseconds`,
    );
  }
  if (delay > 0) return new Sleep(delay, result) as unknown as Coroutine<T>;
  return result === undefined ? BARE_YIELD : new BareYield(result);
}
// #endregion

const NEW = 0;
const SLEEPING = 1;
const FIRED = 2;
const CALLED_OFF = 3;
const SPENT = 4;

// #region sleep
class Sleep<T> extends Suspension implements Timer {
  #state: 0 | 1 | 2 | 3 | 4 = NEW;
  readonly #result: T;
  #loop: BaseEventLoop | null = null;
  #waiter: Waiter | null = null;
  #error: CancelledError | null = null;
  _when: number;
  _sequence = 0;
  _queued = false;

  constructor(delay: number, result: T) {
    super();
    this.#result = result;
    this._when = delay; // becomes the deadline when the sleep begins
    currentLoop()?._debug?.coroutineMade(this, `sleep(${delay})`);
  }

  next(): this {
    if (this.#state === NEW) {
      const loop = currentLoop();
      if (loop === null) {
        throw new Error("No running event loop; start one with run(main)");
      }
      this.#loop = loop;
      loop._debug?.coroutineAwaited(this);
      this.#state = SLEEPING;
      this._when += loop.time();
      loop._setTimer(this, "sleep");
      this.value = this;
      return this;
    }
    if (this.#state === SLEEPING) return this;
    if (this.#state !== FIRED) {
      throw this.#error ??
        new Error("Sleep was already awaited; call sleep() again");
    }
    this.#state = SPENT;
    this.value = this.#result;
    this.done = true;
    return this;
  }

  /** The timer fires: the task joins the queue and resumes in the next pass. */
  _run(): void {
    if (this.#state !== SLEEPING) return;
    this.#state = FIRED;
    this.#waiter?._wakeUp(this);
  }
  // #endregion

  throw(error: unknown): never {
    // With a waiter, this is a second task being told that it can't wait here.
    if (this.#waiter === null) this._callOff();
    throw error;
  }

  return(value: T): { done: true; value: T } {
    this._callOff();
    return { done: true, value };
  }

  [Symbol.iterator](): this {
    return this;
  }

  _label(): string {
    return "sleep";
  }

  get _context(): Context {
    throw new Error("A sleep runs nothing of the program's");
  }

  get _off(): boolean {
    return this.#state === CALLED_OFF;
  }

  get _silent(): true {
    return true;
  }

  override get _loop(): BaseEventLoop {
    return this.#loop ?? currentLoop()!;
  }

  override _begin(waiter: Waiter): string | null {
    if (this.#state !== SLEEPING) return NO_STAR;
    if (this.#waiter !== null) return TAKEN;
    this.#waiter = waiter;
    return null;
  }

  override _cancel(message: string | undefined): boolean {
    if (this.#state !== SLEEPING) return false;
    this.#error = new CancelledError(message);
    this._callOff();
    this.#loop!._tracer?.sleepCancelled(this);
    this.#waiter!._wakeUp(this);
    return true;
  }

  override _error(): CancelledError | undefined {
    return this.#error ?? undefined;
  }

  override _target(): object {
    return this;
  }

  _callOff(): void {
    if (this.#state !== SLEEPING) return;
    this.#state = CALLED_OFF;
    if (this._queued) this.#loop!._timerCancelled(this);
  }
}
