/**
 * A task drives a coroutine: it calls `next`, and when the coroutine has to wait
 * it arranges to be called again.
 *
 * The task is itself what the ready queue holds, so switching to it allocates
 * nothing. Its life is a chain of steps (`_run`), one in each pass in which it
 * gets the processor. A step ends in one of four ways: the coroutine gave way
 * (back to the end of the queue), it waits for something (the task is entered in
 * that thing's list), it returned, or it threw.
 *
 * Cancellation is a request, not a blow (rule 10). While the task waits, the wish
 * goes to what it waits for, and comes back as that future's cancellation. While
 * it is ready to run, the wish is noted and a `CancelledError` is thrown into the
 * coroutine at its next step. Wishes are counted, because `timeout` and
 * `taskGroup` must know whether a cancellation was only their own.
 *
 * The numbers of the rules are those of the page "Where we stand with CPython".
 *
 * @module
 */

import type { BaseEventLoop } from "../loop/base_event_loop.ts";
import {
  type Context,
  runNested,
  shareContext,
  visibleContextOf,
} from "../loop/context.ts";
import { abort } from "./abort_signal.ts";
import { brief } from "./brief.ts";
import {
  badWait,
  badYield,
  circularWait,
  Complaint,
  foreignWait,
  hand,
  NOT_STARTED,
} from "./complaint.ts";
import {
  type Coroutine,
  handOver,
  isCoroutine,
  notAwaitable,
  RESUME,
  Suspension,
} from "./coroutine.ts";
import { CancelledError } from "./exceptions.ts";
import { CANCELLED, ERROR, Future, RESULT } from "./future.ts";
import { watchError } from "./lost_errors.ts";
import type { TaskList } from "./task_list.ts";

/** How a task is made. */
export interface TaskOptions {
  /** The name in messages and traces; by default `Task-1`, `Task-2`, … */
  name?: string;
  /** The context its steps run in; by default a copy of the current one. */
  context?: Context;
  /** Run the first step at once, inside the caller's (rule 21). */
  eagerStart?: boolean;
}

/** A loop that tasks can live on: {@linkcode EventLoop} is one. */
export interface TaskHome extends BaseEventLoop {
  /** @internal */
  readonly _tasks: TaskList;
  /**
   * Makes a task of a coroutine.
   *
   * @param coroutine the coroutine
   * @returns the task
   */
  createTask<T>(coroutine: Coroutine<T>): Task<T>;
}

/**
 * A coroutine at work, as `asyncio.Task`. Make one with {@linkcode createTask}.
 *
 * @example
 * ```ts
 * import { createTask, runSync, sleep } from "@loopbook/loopbook";
 * import { assertEquals } from "@std/assert";
 *
 * function* work() {
 *   yield* sleep(100);
 *   return 42;
 * }
 * function* main() {
 *   const task = createTask(work(), { name: "worker" });
 *   assertEquals(task.done(), false);
 *   return yield* task;
 * }
 * assertEquals(runSync(main), 42);
 * ```
 *
 * @see https://docs.python.org/3/library/asyncio-task.html#asyncio.Task
 */
export class Task<T> extends Future<T> {
  /** @internal */
  declare _context: Context;
  /** @internal */
  declare readonly _coroutine: Coroutine<T>;
  /**
   * What the task waits for; `NOT_STARTED` before the first step.
   * @internal
   */
  declare _wait: Suspension | null;
  /**
   * Throw a CancelledError at the next step.
   * @internal
   */
  declare _mustCancel: boolean;
  /** @internal */
  declare _cancelRequests: number;
  /**
   * The name, or the number in the name that it has by default.
   * @internal
   */
  declare _name: string | number;

  /**
   * Makes a task and schedules its first step; {@linkcode createTask} reads
   * better.
   *
   * @param coroutine what the task runs
   * @param loop the loop it runs on
   * @param options name, context, eager start
   * @throws {TypeError} when the first argument is not a coroutine
   * @throws {Error} when the coroutine was handed to a task before
   */
  constructor(
    coroutine: Coroutine<T>,
    loop: TaskHome,
    options: TaskOptions = NO_OPTIONS,
  ) {
    super(loop);
    this._wait = NOT_STARTED;
    this._mustCancel = false;
    this._cancelRequests = 0;
    loop._checkOpen();
    if (!isCoroutine(coroutine)) {
      throw notAwaitable(coroutine, "createTask()", "a coroutine");
    }
    handOver(coroutine, this);
    // #region made
    this._coroutine = coroutine;
    this._context = options.context ?? shareContext();
    this._name = options.name ?? loop._tasks.nextNameNumber();
    loop._tasks.add(this);
    loop._debug?.made(this);
    loop._tracer?.taskCreated(this);
    if (options.eagerStart === true && loop.isRunning()) startEagerly(this);
    else loop._enqueue(this);
    // #endregion
  }

  /**
   * The task's name.
   *
   * @returns the name given to it, or `Task-` and a number
   */
  getName(): string {
    const name = this._name;
    return typeof name === "number" ? `Task-${name}` : name;
  }

  /**
   * Gives the task another name.
   *
   * @param name the new name
   */
  setName(name: string): void {
    this._name = String(name);
  }

  /**
   * The coroutine that the task runs.
   *
   * @returns the object handed to the task
   */
  getCoro(): Coroutine<T> {
    return this._coroutine;
  }

  /**
   * The context that the task's steps run in.
   *
   * @returns the context itself, not a copy
   */
  getContext(): Context {
    return visibleContextOf(this);
  }

  // #region cancel
  /**
   * Asks the task to stop: a {@linkcode CancelledError} is thrown into its
   * coroutine where it waits. The coroutine may clean up, and may refuse.
   *
   * @param message handed on in the error
   * @returns `false` when the task is over
   */
  override cancel(message?: string): boolean {
    if (this.done()) return false;
    this._loop._tracer?.cancelRequested(this);
    this._cancelRequests++;
    abort(this, message);
    if (this._wait !== null && this._wait._cancel(message)) return true;
    this._mustCancel = true;
    this._value = message; // until there is a result
    return true;
  }
  // #endregion

  /**
   * How many requests to cancel are outstanding.
   *
   * @returns calls of `cancel` less calls of `uncancel`
   */
  cancelling(): number {
    return this._cancelRequests;
  }

  /**
   * Takes back one request to cancel. The last one taken back also calls off a
   * cancellation that has not been thrown yet.
   *
   * @returns how many requests are left
   */
  uncancel(): number {
    if (this._cancelRequests > 0) {
      this._cancelRequests--;
      if (this._cancelRequests === 0) this._mustCancel = false;
    }
    return this._cancelRequests;
  }

  /**
   * Not for tasks: their coroutine gives the result.
   *
   * @throws {Error} always
   */
  override setResult(_value: T): never {
    throw new Error(
      "Task does not support setResult(); its coroutine returns the result",
    );
  }

  /**
   * Not for tasks: their coroutine throws.
   *
   * @throws {Error} always
   */
  override setException(_error: unknown): never {
    throw new Error(
      "Task does not support setException(); its coroutine throws the error",
    );
  }

  /** The name in messages and traces. */
  override get [Symbol.toStringTag](): string {
    return "Task";
  }

  // #region step
  /** @internal */
  _run(): void {
    let result: IteratorResult<Suspension, T>;
    try {
      result = this._wait === null && !this._mustCancel
        ? this._coroutine.next(RESUME)
        : resume(this);
    } catch (error) {
      return fail(this, error);
    }
    if (result.done) finish(this, result.value);
    else if (result.value === undefined) this._loop._ready.push(this);
    else suspend(this, result.value);
  }
  // #endregion

  // #region wake-up
  /** @internal */
  _wakeUp(source: object): void {
    this._loop._tracer?.taskWoken(this, source);
    this._loop._enqueue(this);
  }
  // #endregion

  /** @internal */
  override _cancellation(): unknown {
    return this.cancelled()
      ? this._error()
      : new CancelledError(unheeded.get(this));
  }

  /** @internal */
  override _label(): string {
    return this.getName();
  }
}

// What follows are the parts of a step. They are functions, since a private method
// would cost each task a word of memory: the mark that it may call it.

// #region resume
/** The first step, a wake-up, or a step with bad news. */
function resume<T>(task: Task<T>): IteratorResult<Suspension, T> {
  const wait = task._wait;
  task._wait = null;
  if (task._mustCancel) {
    task._mustCancel = false;
    const error = wait?._error();
    return task._coroutine.throw(
      error instanceof CancelledError
        ? error
        : new CancelledError(task._value as string | undefined),
    );
  }
  if (wait instanceof Complaint) return hand(wait._error(), task._coroutine);
  // A wait that ended badly throws by itself, inside `next`.
  return task._coroutine.next(wait === NOT_STARTED ? undefined : RESUME);
}
// #endregion

// #region suspend
function suspend(task: Task<unknown>, wait: unknown): void {
  if (!(wait instanceof Suspension)) {
    return complain(task, badYield(wait, task));
  }
  if (wait._loop !== task._loop) return complain(task, foreignWait(task));
  if (wait._target() === task) return complain(task, circularWait(task));
  const objection = wait._begin(task);
  if (objection !== null) return complain(task, badWait(objection, task));
  task._wait = wait;
  if (task._mustCancel && wait._cancel(task._value as string | undefined)) {
    task._mustCancel = false;
  }
}

/** Delivers an error into the coroutine in a step of its own (rule 12). */
function complain(task: Task<unknown>, error: Error): void {
  task._wait = new Complaint(error);
  task._loop._enqueue(task);
}
// #endregion

// #region end
function finish<T>(task: Task<T>, value: T): void {
  if (task._mustCancel) {
    task._mustCancel = false;
    return end(task, CANCELLED, task._value, "cancelled", "");
  }
  end(task, RESULT, value, "finished", value);
}

function fail(task: Task<unknown>, error: unknown): void {
  if (error instanceof CancelledError) {
    return end(task, CANCELLED, error, "cancelled", "");
  }
  error ??= new Error(`Task ${task.getName()} threw ${error}`);
  end(task, ERROR, error, "failed", error);
  watchError(task, error);
}

function end(
  task: Task<unknown>,
  state: 1 | 2 | 3,
  value: unknown,
  kind: "finished" | "failed" | "cancelled",
  detail: unknown,
): void {
  if (state !== CANCELLED) keepMessage(task); // a gather may ask for it
  task._value = value;
  task._loop._tracer?.taskEnds(task, kind, brief(detail));
  task._settle(state);
  (task._loop as TaskHome)._tasks.noteDone();
}
// #endregion

function startEagerly(task: Task<unknown>): void {
  const tracer = task._loop._tracer;
  const step = tracer === null ? () => task._run() : () => tracer.runStep(task);
  runNested(task, step);
}

/** Messages of cancellations that tasks got over: see `_cancellation`. */
const unheeded: WeakMap<object, string> = new WeakMap();

function keepMessage(task: { readonly _value: unknown }): void {
  // Hardly ever there, so it must not cost every task a field.
  if (task._value !== undefined) unheeded.set(task, task._value as string);
}

const NO_OPTIONS: TaskOptions = Object.freeze({});
