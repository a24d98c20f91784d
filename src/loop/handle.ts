/**
 * Handles: what `callSoon` and `callLater` give back.
 *
 * A handle is a callback with its arguments and its context, on its way through
 * the loop. Cancelling one is a matter of forgetting the callback: the handle
 * keeps its place in the queue and does nothing when its turn comes (rule 1).
 *
 * @module
 */

import { type Context, shareContext } from "./context.ts";
import type { Timer } from "./timer_queue.ts";
import type { Tracer } from "./tracer.ts";

/** What is handed to a loop's exception handler. */
export interface ExceptionContext {
  /** What happened, in a sentence. */
  message: string;
  /** The error, where there is one. */
  exception?: unknown;
  /** The future it happened in: an object of class Future. */
  future?: object;
  /** The task it happened in: an object of class Task. */
  task?: object;
  /** The handle whose callback threw. */
  handle?: Handle;
  /** In debug mode: where that was made, as lines of a stack. */
  origin?: string;
}

/** The loop, as far as a handle needs it. */
export interface HandleOwner {
  /**
   * The tracer of a watched loop.
   * @internal
   */
  readonly _tracer: Tracer | null;
  /** Reports an error that nobody else can take. */
  callExceptionHandler(context: ExceptionContext): void;
  /**
   * Hears that a timer in the queue was called off.
   * @internal
   */
  _timerCancelled(timer: Timer): void;
}

/**
 * A callback in the ready queue, as `asyncio.Handle`.
 *
 * @example
 * ```ts
 * import { getRunningLoop, runSync, sleep } from "@loopbook/loopbook";
 * import { assertEquals } from "@std/assert";
 *
 * const heard: string[] = [];
 * function* main() {
 *   getRunningLoop().callSoon((word: string) => heard.push(word), "one");
 *   const handle = getRunningLoop().callSoon(() => heard.push("two"));
 *   handle.cancel();
 *   yield* sleep(0);
 * }
 * runSync(main);
 * assertEquals(heard, ["one"]);
 * ```
 *
 * @see https://docs.python.org/3/library/asyncio-eventloop.html#asyncio.Handle
 */
export class Handle {
  /** @internal */
  readonly _loop: HandleOwner;
  /** @internal */
  _context: Context;
  /** @internal */
  _callback: ((...args: never[]) => unknown) | null;
  /** @internal */
  readonly _args: readonly unknown[];

  /** @internal */
  constructor(
    callback: (...args: never[]) => unknown,
    args: readonly unknown[],
    loop: HandleOwner,
    context: Context = shareContext(),
  ) {
    this._loop = loop;
    this._context = context;
    this._callback = callback;
    this._args = args;
  }

  /** Forgets the callback; it will not be called. */
  cancel(): void {
    this._callback = null;
  }

  /**
   * Whether the handle was cancelled.
   *
   * @returns `true` once `cancel` was called
   */
  cancelled(): boolean {
    return this._callback === null;
  }

  // #region run-callback
  /** @internal */
  _run(): void {
    if (this._callback === null) return;
    try {
      (this._callback as (...args: unknown[]) => unknown)(...this._args);
    } catch (error) {
      this._loop._tracer?.callbackThrew(error);
      this._loop.callExceptionHandler({
        message: `Exception in callback ${this._label()}`,
        exception: error,
        handle: this,
      });
    }
  }
  // #endregion

  /** @internal */
  _label(): string {
    return this._callback?.name || "callback";
  }
}

/**
 * A callback with a deadline, as `asyncio.TimerHandle`.
 *
 * @see https://docs.python.org/3/library/asyncio-eventloop.html#asyncio.TimerHandle
 */
export class TimerHandle extends Handle {
  /** @internal */
  readonly _when: number;
  /** @internal */
  _sequence = 0;
  /** @internal */
  _queued = false;

  /** @internal */
  constructor(
    when: number,
    callback: (...args: never[]) => unknown,
    args: readonly unknown[],
    loop: HandleOwner,
  ) {
    super(callback, args, loop);
    this._when = when;
  }

  /** @internal */
  get _off(): boolean {
    return this._callback === null;
  }

  /**
   * The deadline.
   *
   * @returns milliseconds on the loop's clock
   */
  when(): number {
    return this._when;
  }

  /** Forgets the callback; the timer will not fire. */
  override cancel(): void {
    if (this._callback === null) return;
    super.cancel();
    if (this._queued) this._loop._timerCancelled(this);
  }
}
