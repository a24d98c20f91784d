/**
 * The event loop with its tasks: what a program uses.
 *
 * `BaseEventLoop` runs callbacks. This class adds the futures and tasks that are
 * built on them, and with them the question that coroutines ask all the time:
 * which loop am I on, and which task am I?
 *
 * @module
 */

import { BaseEventLoop, currentLoop } from "../loop/base_event_loop.ts";
import { runningStep } from "../loop/context.ts";
import type { Awaitable, Coroutine } from "./coroutine.ts";
import { ensureFuture } from "./ensure_future.ts";
import { Future, RESULT } from "./future.ts";
import { reportLostErrors } from "./lost_errors.ts";
import { Task, type TaskOptions } from "./task.ts";
import { TaskList } from "./task_list.ts";

/**
 * Makes the tasks of a loop: see {@linkcode EventLoop.setTaskFactory}.
 *
 * @param loop the loop that asks
 * @param coroutine what the task shall run
 * @param options name, context, eager start
 * @returns the task
 */
export type TaskFactory = <T>(
  loop: EventLoop,
  coroutine: Coroutine<T>,
  options: TaskOptions,
) => Task<T>;

/**
 * An event loop, as `asyncio.EventLoop`. Programs seldom make one: `run` does.
 *
 * @example
 * ```ts
 * import { EventLoop, sleep } from "@loopbook/loopbook";
 * import { assertEquals } from "@std/assert";
 *
 * const loop = new EventLoop({ clock: "virtual" });
 * function* main() {
 *   yield* sleep(60_000);
 *   return loop.time();
 * }
 * assertEquals(await loop.runUntilComplete(main()), 60_000);
 * loop.close();
 * ```
 *
 * @see https://docs.python.org/3/library/asyncio-eventloop.html
 */
export class EventLoop extends BaseEventLoop {
  /** @internal */
  readonly _tasks: TaskList = new TaskList();
  #taskFactory: TaskFactory | null = null;

  /**
   * Makes a pending future on this loop.
   *
   * @returns the future
   */
  createFuture<T>(): Future<T> {
    return new Future<T>(this);
  }

  /**
   * Makes a task of a coroutine; its first step runs in the next pass.
   *
   * @param coroutine the coroutine
   * @param options name, context, eager start
   * @returns the task
   * @throws {TypeError} when it is not a coroutine
   * @throws {Error} when it was handed to a task before
   */
  createTask<T>(coroutine: Coroutine<T>, options?: TaskOptions): Task<T> {
    return this.#taskFactory === null
      ? new Task<T>(coroutine, this, options)
      : this.#taskFactory(this, coroutine, options ?? {});
  }

  /**
   * Replaces how tasks are made.
   *
   * @param factory gets the loop, the coroutine and the options; `null` for the
   * default
   */
  setTaskFactory(factory: TaskFactory | null): void {
    this.#taskFactory = factory;
  }

  /**
   * The factory set by `setTaskFactory`.
   *
   * @returns the factory, `null` for the default
   */
  getTaskFactory(): TaskFactory | null {
    return this.#taskFactory;
  }

  /**
   * Runs the loop until an awaitable is done.
   *
   * @param awaitable a coroutine, a future or a promise
   * @returns a promise of its result
   * @throws {Error} when the loop was stopped before it was done
   */
  // #region run-until-complete
  async runUntilComplete<T>(awaitable: Awaitable<T>): Promise<T> {
    const future = ensureFuture(awaitable, this);
    future.addDoneCallback(stopLoop);
    try {
      await this.runForever();
    } finally {
      future.removeDoneCallback(stopLoop);
    }
    return resultOf(future);
  }
  // #endregion

  /** Drops everything that is scheduled and reports what was left. */
  override close(): void {
    if (this.isClosed()) return;
    super.close();
    for (const task of allTasks(this)) {
      this.callExceptionHandler({
        message: `Task ${task.getName()} was destroyed but it is pending`,
        task,
      });
    }
    reportLostErrors(this);
  }
}

// #region current
/**
 * The loop that is running now.
 *
 * @returns the loop
 * @throws {Error} outside of a loop's callbacks and coroutines
 *
 * @see https://docs.python.org/3/library/asyncio-eventloop.html#asyncio.get_running_loop
 */
export function getRunningLoop(): EventLoop {
  const loop = currentLoop();
  if (loop === null) {
    throw new Error("No running event loop; start one with run(main)");
  }
  return loop as EventLoop;
}

/**
 * The task whose coroutine is running now.
 *
 * @returns the task, `null` in a callback or outside of a loop
 *
 * @see https://docs.python.org/3/library/asyncio-task.html#asyncio.current_task
 */
export function currentTask(): Task<unknown> | null {
  const step = runningStep();
  return step instanceof Task ? step : null;
}

/**
 * The tasks of a loop that are not over, oldest first.
 *
 * @param loop the loop; by default the running one
 * @returns the tasks
 *
 * @see https://docs.python.org/3/library/asyncio-task.html#asyncio.all_tasks
 */
export function allTasks(loop: EventLoop = getRunningLoop()): Task<unknown>[] {
  return loop._tasks.pending() as Task<unknown>[];
}
// #endregion

/**
 * Makes a task on the running loop: the coroutine begins in the next pass and
 * runs beside the caller.
 *
 * @param coroutine the coroutine
 * @param options name, context, eager start
 * @returns the task; wait for it with `yield*`
 * @throws {TypeError} when it is not a coroutine
 * @throws {Error} when it was handed to a task before, or no loop is running
 *
 * @example
 * ```ts
 * import { createTask, runSync, sleep } from "@loopbook/loopbook";
 * import { assertEquals } from "@std/assert";
 *
 * const log: string[] = [];
 * function* work() {
 *   log.push("work");
 *   yield* sleep(10);
 *   return "done";
 * }
 * function* main() {
 *   const task = createTask(work());
 *   log.push("main"); // first: a task begins in the next pass
 *   return yield* task;
 * }
 * assertEquals(runSync(main), "done");
 * assertEquals(log, ["main", "work"]);
 * ```
 *
 * @see https://docs.python.org/3/library/asyncio-task.html#asyncio.create_task
 */
export function createTask<T>(
  coroutine: Coroutine<T>,
  options?: TaskOptions,
): Task<T> {
  return getRunningLoop().createTask(coroutine, options);
}

/** The result, if a promise can have it. */
function resultOf<T>(future: Future<T>): T {
  const result = settledResult(future);
  refusePending(result, future);
  return result;
}

/** The result of what a loop was run for. */
export function settledResult<T>(future: Future<T>): T {
  if (future.done()) return future.result();
  throw new Error(
    "Event loop stopped before the awaitable was done; something called stop()",
  );
}

/**
 * A promise that gets a future for its result waits for that future's. On a loop
 * that has stopped it would wait for ever, and nobody would know why.
 */
function refusePending(result: unknown, returnedBy: Future<unknown>): void {
  let inner = result;
  while (inner instanceof Future && inner._state === RESULT) {
    inner = inner._value;
  }
  if (!(inner instanceof Future) || inner.done()) return;
  throw new Error(
    `${nameOf(returnedBy)} returned ${
      nameOf(inner)
    }, which is pending, and the loop has stopped; wait for it: return yield* it`,
  );
}

function nameOf(future: Future<unknown>): string {
  return future instanceof Task ? future.getName() : "a future";
}

// #region stop-loop
/** The done callback of what a loop is run for. */
export const stopLoop = function stop(future: Future<unknown>): void {
  future.getLoop().stop();
};
// #endregion
