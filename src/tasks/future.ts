/**
 * A future: a place for a result that is not there yet.
 *
 * Futures are the only thing tasks wait for. A future is settled once, with a
 * result, an error or a cancellation, and it never calls anybody: it *schedules*
 * its callbacks, in the order in which they were added, to run in the next pass
 * (rule 6). So whoever settles a future goes on undisturbed, and nobody is
 * called in the middle of somebody else's work.
 *
 * A task that waits is in the same list as the callbacks, in its place; it needs
 * no callback of its own to be woken.
 *
 * The fields are declared, and set in the constructor. Fields that are set where
 * they are declared are set by a hidden function, which the engine calls for every
 * class of a chain and does not always inline, and a private method is one more
 * hidden field. Without both, making and joining a task takes a quarter less time.
 *
 * @module
 */

import type { BaseEventLoop } from "../loop/base_event_loop.ts";
import { Handle } from "../loop/handle.ts";
import {
  type Coroutine,
  type FutureLike,
  NO_STAR,
  Suspension,
  TAKEN,
  type Waiter,
} from "./coroutine.ts";
import { CancelledError, InvalidStateError } from "./exceptions.ts";
import { errorSeen, watchError } from "./lost_errors.ts";

/** The states of a future. */
export const PENDING = 0;
/** Settled with a result. */
export const RESULT = 1;
/** Settled with an error. */
export const ERROR = 2;
/** Settled by `cancel`. */
export const CANCELLED = 3;

const OUTCOMES = ["result", "result", "error", "cancelled"] as const;

type Entry = Waiter | Handle;

/**
 * A result that is not there yet, as `asyncio.Future`. Make one with
 * `loop.createFuture()`, wait with `yield*`.
 *
 * @example
 * ```ts
 * import { getRunningLoop, runSync } from "@loopbook/loopbook";
 * import { assertEquals } from "@std/assert";
 *
 * function* main() {
 *   const loop = getRunningLoop();
 *   const future = loop.createFuture<string>();
 *   loop.callLater(1000, () => future.setResult("late"));
 *   return yield* future;
 * }
 * assertEquals(runSync(main), "late");
 * ```
 *
 * @see https://docs.python.org/3/library/asyncio-future.html#asyncio.Future
 */
export class Future<T> implements FutureLike<T> {
  /** @internal */
  declare readonly _loop: BaseEventLoop;
  /** @internal */
  declare _state: 0 | 1 | 2 | 3;
  /**
   * The result or the error; of a cancelled future the message, or of a task
   * the CancelledError that it threw, until somebody asks for it.
   * @internal
   */
  declare _value: unknown;
  /** @internal */
  declare _callbacks: Entry | Entry[] | null;

  /**
   * Makes a pending future; `loop.createFuture()` reads better.
   *
   * @param loop the loop that runs its callbacks
   */
  constructor(loop: BaseEventLoop) {
    this._loop = loop;
    this._state = PENDING;
    this._value = undefined;
    this._callbacks = null;
  }

  /**
   * Whether the future is settled: with a result, an error or a cancellation.
   *
   * @returns `true` once it is
   */
  done(): boolean {
    return this._state !== PENDING;
  }

  /**
   * Whether the future was cancelled.
   *
   * @returns `true` once it is
   */
  cancelled(): boolean {
    return this._state === CANCELLED;
  }

  /**
   * The result.
   *
   * @returns the value given to `setResult`
   * @throws {unknown} the error given to `setException`
   * @throws {CancelledError} when the future was cancelled
   * @throws {InvalidStateError} when there is no result yet
   */
  result(): T {
    if (this._state === RESULT) return this._value as T;
    if (this._state === PENDING) {
      throw new InvalidStateError(
        "Result is not set; wait for the future with yield* first",
      );
    }
    throw this._error();
  }

  /**
   * The error.
   *
   * @returns the value given to `setException`, `undefined` after a result
   * @throws {CancelledError} when the future was cancelled
   * @throws {InvalidStateError} when it is not settled yet
   */
  exception(): unknown {
    if (this._state === PENDING) {
      throw new InvalidStateError(
        "Exception is not set; wait for the future with yield* first",
      );
    }
    if (this._state === CANCELLED) throw this._error();
    return this._error();
  }

  /**
   * Settles the future with a result.
   *
   * @param value the result
   * @throws {InvalidStateError} when the future is settled already
   */
  setResult(value: T): void {
    this._checkPending("setResult");
    this._value = value;
    this._settle(RESULT);
  }

  /**
   * Settles the future with an error.
   *
   * @param error any value but `undefined`; usually an `Error`
   * @throws {InvalidStateError} when the future is settled already
   * @throws {TypeError} for `undefined`, which says nothing
   */
  setException(error: unknown): void {
    this._checkPending("setException");
    if (error === undefined) {
      throw new TypeError(
        "setException() needs an error; undefined would look like success",
      );
    }
    this._value = error;
    this._settle(ERROR);
    watchError(this, error);
  }

  /**
   * Settles the future as cancelled.
   *
   * @param message handed on in the {@linkcode CancelledError}
   * @returns `false` when it was settled already
   */
  cancel(message?: string): boolean {
    if (this._state !== PENDING) return false;
    this._value = message;
    this._settle(CANCELLED);
    return true;
  }

  /**
   * Has a function called, in a later pass, when the future is settled. A
   * settled future has it called in the next pass.
   *
   * @param callback gets the future
   */
  addDoneCallback(callback: (future: this) => unknown): void {
    addHandle(this, new Handle(callback, [this], this._loop));
  }

  /**
   * The same for a combinator, on behalf of a task that waits or a future that
   * stands for others. It travels as an argument that the callback does not take,
   * and the call graph finds it there.
   * @internal
   */
  _addDoneCallbackFor(
    awaiter: Future<unknown>,
    callback: (future: this) => unknown,
  ): void {
    addHandle(this, new Handle(callback, [this, awaiter], this._loop));
  }

  /**
   * Takes back what `addDoneCallback` added, every time it was added.
   *
   * @param callback the function
   * @returns how many were removed
   */
  removeDoneCallback(callback: (future: this) => unknown): number {
    const entries = entriesOf(this);
    const rest = entries.filter((entry) =>
      !(entry instanceof Handle && entry._callback === callback)
    );
    this._callbacks = rest.length === 0 ? null : rest;
    return entries.length - rest.length;
  }

  /**
   * The loop that runs the callbacks.
   *
   * @returns the loop
   */
  getLoop(): BaseEventLoop {
    return this._loop;
  }

  /**
   * For native code: `await future` outside of coroutines.
   *
   * @param onResult gets the result
   * @param onError gets the error, or the {@linkcode CancelledError}
   * @returns a promise of what the function returns
   */
  then<A = T, B = never>(
    onResult?: ((value: T) => A | PromiseLike<A>) | null,
    onError?: ((error: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return new Promise<T>((resolve, reject) => {
      function settlePromise(future: Future<T>): void {
        if (future._state === RESULT) resolve(future._value as T);
        else reject(future._error());
      }
      // A loop that does not run calls nobody back; what is there is there.
      if (this.done() && !this._loop.isRunning()) settlePromise(this);
      else this.addDoneCallback(settlePromise);
    }).then(onResult, onError);
  }

  /**
   * For coroutines: `yield* future`. A settled future does not switch.
   *
   * @returns a coroutine of one wait
   */
  [Symbol.iterator](): Coroutine<T> {
    return new FutureWait<T>(this) as unknown as Coroutine<T>;
  }

  /** The name in messages and traces. */
  get [Symbol.toStringTag](): string {
    return "Future";
  }

  /** @internal */
  _addEntry(entry: Entry): void {
    if (this._callbacks === null) this._callbacks = entry;
    else if (Array.isArray(this._callbacks)) this._callbacks.push(entry);
    else this._callbacks = [this._callbacks, entry];
  }

  // #region settle
  /** @internal */
  _settle(state: 1 | 2 | 3): void {
    this._state = state;
    const loop = this._loop;
    loop._tracer?.settled(this, OUTCOMES[state]);
    const entries = this._callbacks;
    if (entries === null) return;
    this._callbacks = null;
    if (!Array.isArray(entries)) this._schedule(entries);
    else for (const entry of entries) this._schedule(entry);
  }

  /** @internal */
  _schedule(entry: Entry): void {
    if (!(entry instanceof Handle)) return entry._wakeUp(this);
    this._loop._tracer?.callbackScheduled(entry, entry._label(), this);
    this._loop._enqueue(entry);
  }
  // #endregion

  /**
   * The error of a settled future, which counts as looked at from here on.
   * @internal
   */
  _error(): unknown {
    if (this._state === ERROR) {
      errorSeen(this);
      return this._value;
    }
    if (this._state !== CANCELLED) return undefined;
    if (!(this._value instanceof CancelledError)) {
      return new CancelledError(this._value as string | undefined);
    }
    // The error that ended a task is handed out once, as in CPython; whoever
    // looks after that gets an error of his own, without its message.
    const error = this._value;
    this._value = undefined;
    return error;
  }

  /**
   * The cancellation of a future, even of one that ended otherwise.
   * @internal
   */
  _cancellation(): unknown {
    return this._state === CANCELLED ? this._error() : new CancelledError();
  }

  /** @internal */
  _label(): string {
    return "future";
  }

  /** @internal */
  _checkPending(what: string): void {
    if (this._state === PENDING) return;
    throw new InvalidStateError(
      `${what}() on a future that is ${
        this._state === CANCELLED ? "cancelled" : "done"
      } already; check done() first`,
    );
  }
}

function addHandle(future: Future<unknown>, handle: Handle): void {
  if (future._state === PENDING) future._addEntry(handle);
  else {
    future._loop._checkOpen();
    future._loop._tracer?.callbackScheduled(handle, handle._label(), future);
    future._loop._enqueue(handle);
  }
}

function entriesOf({ _callbacks: entries }: Future<unknown>): Entry[] {
  if (entries === null) return [];
  return Array.isArray(entries) ? entries : [entries];
}

// #region future-wait
/** One task's wait for one future. */
class FutureWait<T> extends Suspension {
  declare private readonly future: Future<T>;
  declare private stepped: boolean;
  declare private taken: boolean;

  constructor(future: Future<T>) {
    super();
    this.future = future;
    this.stepped = false;
    this.taken = false;
  }

  next(): this {
    const future = this.future;
    if (future._state === PENDING) {
      this.value = this;
      this.stepped = true;
      return this;
    }
    this.value = future.result();
    this.done = true;
    return this;
  }
  // #endregion

  throw(error: unknown): never {
    throw error;
  }

  return(value: T): { done: true; value: T } {
    return { done: true, value };
  }

  [Symbol.iterator](): this {
    return this;
  }

  override get _loop(): BaseEventLoop {
    return this.future._loop;
  }

  override _begin(waiter: Waiter): string | null {
    if (!this.stepped) return NO_STAR;
    if (this.taken) return TAKEN;
    this.taken = true;
    this.future._addEntry(waiter);
    return null;
  }

  override _cancel(message: string | undefined): boolean {
    return this.future.cancel(message);
  }

  override _error(): unknown {
    return this.future._error();
  }

  override _target(): object {
    return this.future;
  }
}
