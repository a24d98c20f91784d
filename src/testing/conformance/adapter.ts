/**
 * What an event loop hands over to be judged.
 *
 * An adapter is a flat object of small functions. Only two of them must be
 * there; each case of the suite says which others it needs, and a case that
 * needs one that is missing is listed, not failed. So a loop can be judged from
 * its first `callSoon` on.
 *
 * Coroutines are generators on both sides. The suite's programs are generators
 * too, and they wait with `yield*`: whatever the adapter returns from `sleep` or
 * `await` is an iterable whose `yield`s reach the loop's own task, so that every
 * loop keeps its own idea of what a coroutine yields.
 *
 * @module
 */

/** A coroutine of the suite: the loop's task steps it with `next` and `throw`. */
export type Coroutine = Generator<unknown, unknown, unknown>;

/** Something to wait for: the suite's coroutines `yield*` it. */
export interface Wait {
  /**
   * Begins the wait.
   *
   * @returns what `yield*` steps; its result is the result of the wait
   */
  [Symbol.iterator](): Iterator<unknown, unknown, unknown>;
}

/** A context variable. */
export interface Variable {
  /**
   * Reads it in the current context.
   *
   * @returns its value
   */
  get(): unknown;
  /**
   * Changes it in the current context.
   *
   * @param value the new value
   */
  set(value: unknown): void;
}

/**
 * The operations of an event loop, as far as it has them.
 *
 * `Loop`, `Future` and `Handle` are whatever the loop makes them; a task is a
 * future. Times are milliseconds. A method that the loop does not have is left
 * out.
 *
 * @example A loop of five lines, with the one operation that it has
 * ```ts
 * import { type Adapter, conformance } from "@loopbook/loopbook/conformance";
 * import { assertEquals } from "@std/assert";
 *
 * type Loop = (() => void)[];
 * const adapter: Adapter<Loop> = {
 *   makeLoop: () => [],
 *   run(loop) {
 *     for (let next; (next = loop.shift()) !== undefined;) next();
 *   },
 *   callSoon: (loop, callback) => void loop.push(callback),
 * };
 * const report = await conformance(adapter).run();
 * assertEquals(report.failed, 0);
 * ```
 */
export interface Adapter<Loop = unknown, Future = unknown, Handle = unknown> {
  /** The name in reports; by default "your loop". */
  name?: string;
  /**
   * Makes a loop for one program.
   *
   * @returns the loop
   */
  makeLoop(): Loop;
  /**
   * Runs the loop on virtual time: when nothing is ready the clock jumps to the
   * next deadline. Returns when the loop was stopped, or when nothing is ready
   * and no timer is set. May be called again.
   *
   * @param loop the loop
   * @returns nothing, or a promise of it
   */
  run(loop: Loop): void | PromiseLike<void>;
  /**
   * The time on the loop's clock, which begins at 0.
   *
   * @param loop the loop
   * @returns milliseconds
   */
  time?(loop: Loop): number;

  // Callbacks

  /**
   * Calls a function in the next pass.
   *
   * @param loop the loop
   * @param callback the function
   * @returns what `cancelHandle` takes
   */
  callSoon?(loop: Loop, callback: () => void): Handle;
  /**
   * Calls a function after some time.
   *
   * @param loop the loop
   * @param delay milliseconds from now
   * @param callback the function
   * @returns what `cancelHandle` takes
   */
  callLater?(loop: Loop, delay: number, callback: () => void): Handle;
  /**
   * Calls a function at a point in time.
   *
   * @param loop the loop
   * @param when milliseconds on the loop's clock
   * @param callback the function
   * @returns what `cancelHandle` takes
   */
  callAt?(loop: Loop, when: number, callback: () => void): Handle;
  /**
   * Calls a callback off.
   *
   * @param handle what `callSoon`, `callLater` or `callAt` returned
   */
  cancelHandle?(handle: Handle): void;
  /**
   * Makes the loop return after the pass that is running.
   *
   * @param loop the loop
   */
  stop?(loop: Loop): void;
  /**
   * Says who hears of errors that nobody else can take.
   *
   * @param loop the loop
   * @param handler gets the error
   */
  setExceptionHandler?(loop: Loop, handler: (error: unknown) => void): void;
  /**
   * Closes the loop.
   *
   * @param loop the loop
   */
  close?(loop: Loop): void;

  // Futures

  /**
   * Makes a pending future.
   *
   * @param loop the loop it belongs to
   * @returns the future
   */
  createFuture?(loop: Loop): Future;
  /**
   * Gives a future its result.
   *
   * @param future the future
   * @param value the result
   */
  setResult?(future: Future, value: unknown): void;
  /**
   * Gives a future an error in place of a result.
   *
   * @param future the future
   * @param error the error
   */
  setException?(future: Future, error: Error): void;
  /**
   * Adds a function that the loop calls when the future is done.
   *
   * @param future the future or task
   * @param callback gets the future
   */
  addDoneCallback?(future: Future, callback: (future: Future) => void): void;
  /**
   * Takes a done callback away.
   *
   * @param future the future or task
   * @param callback the function that was added
   * @returns how often it was there
   */
  removeDoneCallback?(
    future: Future,
    callback: (future: Future) => void,
  ): number;
  /**
   * Whether a future is done in any way.
   *
   * @param future the future or task
   * @returns `true` when it is
   */
  done?(future: Future): boolean;
  /**
   * Whether a future was cancelled.
   *
   * @param future the future or task
   * @returns `true` when it was
   */
  cancelled?(future: Future): boolean;
  /**
   * The result of a future; throws its error, or when it is not done.
   *
   * @param future the future or task
   * @returns the result
   */
  result?(future: Future): unknown;
  /**
   * The error of a future; throws when it was cancelled or is not done.
   *
   * @param future the future or task
   * @returns the error, `undefined` or `null` for none
   */
  exception?(future: Future): unknown;

  // Coroutines

  /**
   * Makes a task of a coroutine.
   *
   * @param loop the loop it runs on
   * @param coroutine what it steps
   * @returns the task
   */
  createTask?(loop: Loop, coroutine: Coroutine): Future;
  /**
   * Waits for a future.
   *
   * @param future the future or task
   * @returns the wait; its result is the future's
   */
  await?(future: Future): Wait;
  /**
   * Waits for some time.
   *
   * @param loop the loop
   * @param delay milliseconds; zero and less give way for one pass
   * @returns the wait
   */
  sleep?(loop: Loop, delay: number): Wait;
  /**
   * The task whose coroutine is running.
   *
   * @param loop the loop
   * @returns the task
   */
  currentTask?(loop: Loop): Future;
  /**
   * Makes a task whose first step runs at once, inside the caller's.
   *
   * @param loop the loop it runs on
   * @param coroutine what it steps
   * @returns the task
   */
  createEagerTask?(loop: Loop, coroutine: Coroutine): Future;
  /**
   * Makes a context variable.
   *
   * @param loop the loop whose tasks and callbacks keep contexts
   * @param initial its value where nobody has set one
   * @returns the variable
   */
  createVariable?(loop: Loop, initial: unknown): Variable;

  // Cancellation

  /**
   * Asks a task to stop, or cancels a future.
   *
   * @param future the future or task
   * @returns `false` when it is done already
   */
  cancel?(future: Future): boolean;
  /**
   * Whether an error is a cancellation. Without this, an error is one when its
   * name is `CancelledError`.
   *
   * @param error what was thrown
   * @returns `true` when it is one
   */
  isCancellation?(error: unknown): boolean;
  /**
   * How many requests to cancel a task are outstanding.
   *
   * @param task the task
   * @returns the number
   */
  cancelling?(task: Future): number;
  /**
   * Takes back one request to cancel a task.
   *
   * @param task the task
   * @returns how many are left
   */
  uncancel?(task: Future): number;

  // Combinators

  /**
   * A future of the results of several.
   *
   * @param loop the loop
   * @param awaitables futures, tasks and coroutines
   * @param returnExceptions whether errors count as results
   * @returns the future
   */
  gather?(
    loop: Loop,
    awaitables: (Future | Coroutine)[],
    returnExceptions: boolean,
  ): Future;
  /**
   * A future that takes cancellation upon itself.
   *
   * @param loop the loop
   * @param awaitable a future, task or coroutine
   * @returns the future
   */
  shield?(loop: Loop, awaitable: Future | Coroutine): Future;
  /**
   * Waits for several; throws for none of them.
   *
   * @param loop the loop
   * @param futures futures and tasks
   * @param limit milliseconds, `null` for none
   * @param returnWhen when to return, in asyncio's words
   * @returns the wait; its result has two lists, `done` and `pending`
   */
  wait?(
    loop: Loop,
    futures: Future[],
    limit: number | null,
    returnWhen: "ALL_COMPLETED" | "FIRST_COMPLETED" | "FIRST_EXCEPTION",
  ): Wait;
  /**
   * Waits for one, no longer than a limit; throws an error named
   * `TimeoutError` after it.
   *
   * @param loop the loop
   * @param awaitable a future, task or coroutine
   * @param limit milliseconds, `null` for none
   * @returns the wait
   */
  waitFor?(
    loop: Loop,
    awaitable: Future | Coroutine,
    limit: number | null,
  ): Wait;
  /**
   * Runs a body inside the caller's task, no longer than a limit; throws an
   * error named `TimeoutError` after it.
   *
   * @param loop the loop
   * @param limit milliseconds
   * @param body makes the coroutine to run
   * @returns the wait
   */
  timeout?(loop: Loop, limit: number, body: () => Coroutine): Wait;
  /**
   * Runs a body that starts tasks, and waits for all of them. Errors come in
   * one error with a list `errors`.
   *
   * @param loop the loop
   * @param body gets the function that starts a task
   * @returns the wait
   */
  taskGroup?(
    loop: Loop,
    body: (createTask: (coroutine: Coroutine) => Future) => Coroutine,
  ): Wait;
  /**
   * One wait after the other, in the order in which futures are done.
   *
   * @param loop the loop
   * @param futures futures and tasks
   * @param limit milliseconds for all together, `null` for none
   * @returns the waits
   */
  asCompleted?(
    loop: Loop,
    futures: Future[],
    limit: number | null,
  ): Iterable<Wait>;

  // Synchronization: objects with asyncio's methods in camelCase

  /**
   * Makes a lock.
   *
   * @param loop the loop
   * @returns an object with `acquire` (a wait), `release`, `locked`
   */
  createLock?(loop: Loop): object;
  /**
   * Makes a semaphore.
   *
   * @param loop the loop
   * @param permits how many it has
   * @returns an object with `acquire` (a wait), `release`, `locked`
   */
  createSemaphore?(loop: Loop, permits: number): object;
  /**
   * Makes an event.
   *
   * @param loop the loop
   * @returns an object with `wait` (a wait), `set`, `clear`, `isSet`
   */
  createEvent?(loop: Loop): object;
  /**
   * Makes a condition with a lock of its own.
   *
   * @param loop the loop
   * @returns an object with `acquire` and `wait` (waits), `release`, `locked`,
   * `notify`, `notifyAll`
   */
  createCondition?(loop: Loop): object;
  /**
   * Makes a queue.
   *
   * @param loop the loop
   * @param size how many items it holds; 0 for any number
   * @returns an object with `put`, `get` and `join` (waits), `putNowait`,
   * `getNowait`, `taskDone`, `qsize`, `shutdown`, `shutdownNow`
   */
  createQueue?(loop: Loop, size: number): object;
  /**
   * Makes a barrier.
   *
   * @param loop the loop
   * @param parties how many must come
   * @returns an object with `wait`, `reset` and `abort` (waits)
   */
  createBarrier?(loop: Loop, parties: number): object;

  // Running whole programs

  /**
   * Runs a coroutine as `asyncio.run` does: to its end, then cancels what is
   * left, waits for it and closes the loop.
   *
   * @param loop a new loop
   * @param coroutine the program
   * @returns its result, or a promise of it
   */
  runMain?(loop: Loop, coroutine: Coroutine): unknown;
}
