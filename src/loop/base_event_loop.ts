/**
 * The event loop: a queue of what is ready, a heap of what comes later, and a
 * pass that serves both.
 *
 * Everything asynchronous in this library comes down to the method `_runOnce`
 * below. One *pass* lets the due timers join the ready queue and then runs
 * exactly the entries that are in the queue at that moment. What they schedule
 * waits for the next pass (rule 1): without this bound, two tasks that wake
 * each other would keep every timer waiting for ever.
 *
 * The loop does not know how passes are strung together. In a host such as Deno
 * it must return to the host to let time and I/O go on: `host_driver.ts` does
 * that. On virtual time nothing has to return anywhere. Both ask the loop how
 * long it could wait, and then ask for a pass.
 *
 * Nor does it know about futures and tasks: they are built on `callSoon`, one
 * room further up, and `EventLoop` in `src/tasks/` adds them.
 *
 * @module
 */

import { checkCallback, checkTime } from "./check_arguments.ts";
import { type Clock, hostClock, VirtualClock } from "./clock.ts";
import {
  beginSteps,
  breakOffSteps,
  endSteps,
  type Runnable,
} from "./context.ts";
import { DebugMode } from "./debug_mode.ts";
import {
  checkHandler,
  handleException,
  writeException,
} from "./exception_handler.ts";
import { type ExceptionContext, Handle, TimerHandle } from "./handle.ts";
import { HostDriver } from "./host_driver.ts";
import { ReadyQueue } from "./ready_queue.ts";
import { type Timer, TimerQueue } from "./timer_queue.ts";
import type { TraceSink } from "./trace_event.ts";
import { Tracer } from "./tracer.ts";
import { runWatchedPass } from "./watched_pass.ts";

/** How a loop is made. */
export interface EventLoopOptions {
  /** `"real"`, the host's clock and the default, or `"virtual"`. */
  clock?: "real" | "virtual";
  /** Hears everything the loop does. */
  trace?: TraceSink;
  /** Look for slow steps, forgotten coroutines and the use of wrong loops. */
  debug?: boolean;
}

/** Takes the errors that nobody else can take. */
export type ExceptionHandler = (
  loop: BaseEventLoop,
  context: ExceptionContext,
) => void;

/** A day in milliseconds: no wait is longer (rule 2). */
const LONGEST_WAIT = 86_400_000;

let runningLoop: BaseEventLoop | null = null;

/** The loop whose pass is running, `null` outside of any. */
export function currentLoop(): BaseEventLoop | null {
  return runningLoop;
}

/**
 * The part of an event loop that runs callbacks, as
 * `asyncio.BaseEventLoop`: use {@linkcode EventLoop}.
 *
 * @see https://docs.python.org/3/library/asyncio-eventloop.html
 */
export abstract class BaseEventLoop {
  /** @internal */
  readonly _clock: Clock;
  /** @internal */
  readonly _ready: ReadyQueue = new ReadyQueue();
  /** @internal */
  readonly _timers: TimerQueue = new TimerQueue();
  /** @internal */
  readonly _tracer: Tracer | null;
  /** @internal */
  _pass = 0;
  /** @internal */
  _stopping = false;
  /**
   * Host operations whose completion this loop waits for.
   * @internal
   */
  _hostOperations = 0;
  /**
   * In debug mode, a step that takes at least so many milliseconds of the host's
   * clock is reported.
   */
  slowCallbackDuration = 100;
  /** @internal */
  _debug: DebugMode | null;
  /** @internal */
  _exceptionHandler: ExceptionHandler | null = null;
  /**
   * Whether passes are run without the host.
   * @internal
   */
  _withoutHost = false;
  #driver: HostDriver | null = null;
  #closed = false;

  /**
   * Makes a loop; it does nothing until it is run.
   *
   * @param options which clock, and who listens
   * @throws {TypeError} for a clock that does not exist
   */
  constructor(options: EventLoopOptions = {}) {
    const { clock = "real", trace, debug = false } = options;
    if (clock !== "real" && clock !== "virtual") {
      throw new TypeError(
        `Unknown clock ${
          JSON.stringify(clock)
        }; use clock: "real" or clock: "virtual"`,
      );
    }
    this._clock = clock === "real" ? hostClock() : new VirtualClock();
    this._tracer = trace === undefined ? null : new Tracer(trace, this);
    this._debug = debug ? new DebugMode() : null;
  }

  /**
   * The time on the loop's clock.
   *
   * @returns milliseconds; only differences mean something
   */
  time(): number {
    return this._clock.now();
  }

  // #region call-soon
  /**
   * Calls a function in the next pass, after what is in the queue already.
   *
   * @param callback the function
   * @param args its arguments
   * @returns a handle that can cancel the call
   * @throws {Error} when the loop is closed
   */
  callSoon<A extends unknown[]>(
    callback: (...args: A) => unknown,
    ...args: A
  ): Handle {
    this._checkOpen();
    checkCallback(callback, "callSoon");
    if (this._debug !== null) this.#checkNotInAnother("callSoon");
    const handle = new Handle(callback, args, this);
    this._debug?.made(handle);
    this._tracer?.callbackScheduled(handle, handle._label(), null);
    this._enqueue(handle);
    return handle;
  }
  // #endregion

  /**
   * Calls a function in the next pass; may be called by the host at any time.
   * In JavaScript there is one thread, so this is `callSoon` under the name that
   * says "from outside"; in debug mode it is allowed inside of other loops.
   *
   * @param callback the function
   * @param args its arguments
   * @returns a handle that can cancel the call
   * @throws {Error} when the loop is closed
   */
  callSoonThreadsafe<A extends unknown[]>(
    callback: (...args: A) => unknown,
    ...args: A
  ): Handle {
    const debug = this._debug;
    this._debug = null;
    try {
      return this.callSoon(callback, ...args);
    } finally {
      this._debug = debug;
    }
  }

  // #region call-later
  /**
   * Calls a function after some time.
   *
   * @param delay milliseconds from now
   * @param callback the function
   * @param args its arguments
   * @returns a handle that knows its deadline and can cancel the call
   * @throws {RangeError} when the delay is NaN
   * @throws {Error} when the loop is closed
   */
  callLater<A extends unknown[]>(
    delay: number,
    callback: (...args: A) => unknown,
    ...args: A
  ): TimerHandle {
    checkTime(delay, "delay");
    return this.callAt(this.time() + delay, callback, ...args);
  }

  /**
   * Calls a function at a point in time.
   *
   * @param when milliseconds on the loop's clock, see `time`
   * @param callback the function
   * @param args its arguments
   * @returns a handle that knows its deadline and can cancel the call
   * @throws {RangeError} when the time is NaN
   * @throws {Error} when the loop is closed
   */
  callAt<A extends unknown[]>(
    when: number,
    callback: (...args: A) => unknown,
    ...args: A
  ): TimerHandle {
    this._checkOpen();
    checkTime(when, "time");
    checkCallback(callback, "callAt");
    if (this._debug !== null) this.#checkNotInAnother("callAt");
    const timer = new TimerHandle(when, callback, args, this);
    this._debug?.made(timer);
    this._setTimer(timer, timer._label());
    return timer;
  }
  // #endregion

  // #region run-once
  /**
   * One pass: due timers join the queue, then what is in it now runs.
   * @internal
   */
  _runOnce(): void {
    this._pass++;
    if (this._timers.length > 0) this.#collectDueTimers();
    if (this._tracer !== null || this._debug !== null) {
      return runWatchedPass(this);
    }
    const ready = this._ready;
    beginSteps(ready);
    for (let count = ready.length; count > 0; count--) {
      ready.front._run();
      ready.dropFront();
    }
    endSteps();
  }

  #collectDueTimers(): void {
    const end = this.time() + this._clock.resolution;
    while (this._timers.firstDeadline < end) {
      const timer = this._timers.shift();
      this._tracer?.timerFired(timer);
      this._ready.push(timer);
    }
  }
  // #endregion

  // #region time-to-wait
  /**
   * How long the loop could sleep before the next pass, in milliseconds:
   * 0 when something is ready, `Infinity` when nothing will happen by itself.
   * @internal
   */
  _timeToWait(): number {
    if (this._ready.length > 0 || this._stopping) return 0;
    const deadline = this._timers.firstDeadline;
    if (deadline === Infinity) return Infinity;
    return Math.min(Math.max(0, deadline - this.time()), LONGEST_WAIT);
  }
  // #endregion

  /**
   * Runs until `stop` is called. The promise settles when the loop has stopped.
   *
   * @returns a promise of nothing
   * @throws {Error} when the loop is closed or running, or when another loop is
   * running further out
   */
  runForever(): Promise<void> {
    this._checkCanRun();
    const driver = new HostDriver(this);
    this.#driver = driver;
    return driver.run().finally(() => {
      this.#driver = null;
      this._stopping = false;
    });
  }

  /** Makes the loop return when the pass that is running has finished. */
  stop(): void {
    this._stopping = true;
    this.#driver?.wake();
  }

  /**
   * Whether the loop is being run.
   *
   * @returns `true` from `runForever` until it has stopped
   */
  isRunning(): boolean {
    return this.#driver !== null || this._withoutHost;
  }

  /**
   * Whether the loop was closed.
   *
   * @returns `true` after `close`
   */
  isClosed(): boolean {
    return this.#closed;
  }

  /**
   * Drops everything that is scheduled; the loop can't be used any more.
   * Closing twice is fine.
   *
   * @throws {Error} while the loop runs
   */
  close(): void {
    if (this.isRunning()) {
      throw new Error("Cannot close a running event loop; stop() it first");
    }
    if (this.#closed) return;
    this.#closed = true;
    this._ready.clear();
    this._timers.clear();
    for (const { description, origin } of this._debug?.takeUnawaited() ?? []) {
      this.callExceptionHandler({
        message: `${description} was never awaited`,
        ...(origin === undefined ? {} : { origin }),
      });
    }
  }

  /**
   * Whether the loop is in debug mode.
   *
   * @returns `true` when it is
   */
  getDebug(): boolean {
    return this._debug !== null;
  }

  /**
   * Turns the debug mode on or off.
   *
   * @param on whether to look for slow steps, forgotten coroutines and wrong loops
   */
  setDebug(on: boolean): void {
    if (on !== this.getDebug()) this._debug = on ? new DebugMode() : null;
  }

  /**
   * Replaces what happens with errors that nobody can take.
   *
   * @param handler gets the loop and a context; `null` puts back the default,
   * which writes to the console
   */
  setExceptionHandler(handler: ExceptionHandler | null): void {
    checkHandler(handler);
    this._exceptionHandler = handler;
  }

  /**
   * The handler set by `setExceptionHandler`.
   *
   * @returns the handler, `null` for the default
   */
  getExceptionHandler(): ExceptionHandler | null {
    return this._exceptionHandler;
  }

  /**
   * Reports an error that nobody else can take: a callback that threw, a task
   * whose error was never read.
   *
   * @param context what happened
   */
  callExceptionHandler(context: ExceptionContext): void {
    handleException(this, context);
  }

  /**
   * Writes what happened to `console.error`.
   *
   * @param context what happened
   */
  defaultExceptionHandler(context: ExceptionContext): void {
    writeException(context);
  }

  /** @internal */
  _enqueue(step: Runnable): void {
    this._ready.push(step);
    if (runningLoop !== this) this.#driver?.wake();
  }

  /** @internal */
  _setTimer(timer: Timer, label: string): void {
    this._tracer?.timerSet(timer, label);
    this._timers.push(timer);
    if (runningLoop !== this) this.#driver?.wake();
  }

  /** @internal */
  _timerCancelled(timer: Timer): void {
    this._tracer?.timerCancelled(timer);
    this._timers.noteCancelled();
  }

  /** @internal */
  _hostOperationBegins(): void {
    this._hostOperations++;
  }

  /** @internal */
  _hostOperationEnds(): void {
    this._hostOperations--;
    this.#driver?.wake();
  }

  /**
   * Makes this the running loop until the returned function is called.
   * @internal
   */
  _enter(): () => void {
    runningLoop = this;
    return leave;
  }

  /** @internal */
  _checkOpen(): void {
    if (this.#closed) {
      throw new Error("Event loop is closed; make a new one");
    }
  }

  #checkNotInAnother(what: string): void {
    if (runningLoop === null || runningLoop === this) return;
    throw new Error(
      `${what}() on a loop other than the running one; use callSoonThreadsafe()`,
    );
  }

  /** @internal */
  _checkCanRun(): void {
    this._checkOpen();
    if (this.isRunning()) {
      throw new Error("This event loop is already running");
    }
    if (runningLoop !== null) {
      throw new Error(
        "Cannot run an event loop while another one is running; in a coroutine, use yield* or createTask()",
      );
    }
  }
}

function leave(): void {
  breakOffSteps();
  runningLoop = null;
}
