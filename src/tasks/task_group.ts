/**
 * A group of tasks that lives and dies together.
 *
 * Rule 17. Whatever happens, nobody gets out of a task group before all of its
 * tasks are over. When one of them fails, the others are cancelled, and so is the
 * body, once; the group then remembers that this cancellation is its own, takes it
 * back at the end and throws the errors instead. A cancellation from outside is
 * not taken back: it cancels the tasks, and goes on when they are over, unless
 * there are errors, which beat it.
 *
 * @module
 */

import { Block, checkBody, type Ending, ExitCoroutine } from "./block.ts";
import { close, type Coroutine } from "./coroutine.ts";
import { currentTask, type EventLoop, getRunningLoop } from "./event_loop.ts";
import { CancelledError } from "./exceptions.ts";
import { ExceptionGroup } from "./exception_group.ts";
import type { Future } from "./future.ts";
import type { Task, TaskOptions } from "./task.ts";

/**
 * A group of tasks, handed to the body of {@linkcode taskGroup}, as
 * `asyncio.TaskGroup`.
 *
 * @see https://docs.python.org/3/library/asyncio-task.html#asyncio.TaskGroup
 */
export class TaskGroup {
  readonly #loop: EventLoop = getRunningLoop();
  /** @internal */
  readonly _parent: Task<unknown>;
  readonly #tasks = new Set<Task<unknown>>();
  readonly #errors: unknown[] = [];
  #leaving = false;
  #aborting = false;
  /** The body was cancelled by us, and we have to take that back. */
  #parentCancelled = false;
  #empty: Future<void> | null = null;

  /** @internal */
  constructor() {
    const parent = currentTask();
    if (parent === null) {
      throw new Error(
        "taskGroup() must be used inside a task; start one with run",
      );
    }
    this._parent = parent;
  }

  /**
   * Makes a task in the group.
   *
   * @param coroutine the coroutine
   * @param options name, context, eager start
   * @returns the task
   * @throws {Error} when the group is over or shutting down
   */
  createTask<T>(coroutine: Coroutine<T>, options?: TaskOptions): Task<T> {
    const refusal = this.#leaving && this.#tasks.size === 0
      ? "TaskGroup is finished; make tasks inside its body or its tasks"
      : this.#aborting
      ? "TaskGroup is shutting down; it takes no new tasks"
      : null;
    if (refusal !== null) {
      close(coroutine); // as asyncio does: nobody will run it
      throw new Error(refusal);
    }
    const task = this.#loop.createTask(coroutine, options);
    this.#tasks.add(task as Task<unknown>);
    task._addDoneCallbackFor(this._parent, this.#taskDone);
    return task;
  }

  /**
   * Cancels the tasks of the group and its body. The group then ends without an
   * error (as in Python 3.15); calling it again does nothing.
   */
  cancel(): void {
    if (this.#leaving && this.#tasks.size === 0) return;
    if (!this.#aborting) this.#abort();
    this.#cancelParent();
  }

  // #region task-done
  readonly #taskDone = (task: Future<unknown>): void => {
    this.#tasks.delete(task as Task<unknown>);
    if (this.#empty !== null && this.#tasks.size === 0) {
      if (!this.#empty.done()) this.#empty.setResult();
    }
    if (task.cancelled()) return;
    const error = task.exception();
    if (error === undefined) return;
    this.#errors.push(error);
    if (this._parent.done()) {
      this.#loop.callExceptionHandler({
        message: "Task of a group failed after the group's parent was over",
        exception: error,
        task,
      });
      return;
    }
    if (!this.#aborting && !this.#parentCancelled) {
      this.#abort();
      this.#cancelParent();
    }
  };

  #abort(): void {
    this.#aborting = true;
    for (const task of this.#tasks) if (!task.done()) task.cancel();
  }

  #cancelParent(): void {
    if (this.#parentCancelled) return;
    this.#parentCancelled = true;
    this._parent.cancel();
  }
  // #endregion

  // #region leave
  /**
   * Waits for the tasks and decides how the group ends.
   * @internal
   */
  *_leave<T>(ending: Ending<T>): Coroutine<T | undefined> {
    this.#leaving = true;
    const bodyError = ending.ok ? undefined : ending.error;
    let cancellation = bodyError instanceof CancelledError ? bodyError : null;
    if (!ending.ok && !this.#aborting) this.#abort();

    while (this.#tasks.size > 0) {
      this.#empty = this.#loop.createFuture<void>();
      try {
        yield* this.#empty;
      } catch (error) {
        if (!(error instanceof CancelledError)) throw error;
        if (!this.#aborting) {
          cancellation = error;
          this.#abort();
        }
      }
      this.#empty = null;
    }

    if (this.#parentCancelled && this._parent.uncancel() === 0) {
      cancellation = null; // it was only our own
    }
    if (cancellation !== null && this.#errors.length === 0) throw cancellation;
    if (!ending.ok && !(bodyError instanceof CancelledError)) {
      this.#errors.push(bodyError);
    }
    if (this.#errors.length > 0) {
      this.#keepForeignCancellation();
      throw new ExceptionGroup(
        "unhandled errors in a TaskGroup",
        this.#errors,
      );
    }
    return ending.ok ? ending.value : undefined;
  }

  /**
   * The errors win over a cancellation from outside, which must not be forgotten
   * for that: it is asked for anew, and comes at the parent's next wait.
   */
  #keepForeignCancellation(): void {
    if (this._parent.cancelling() === 0) return;
    this._parent.uncancel();
    this._parent.cancel();
  }
  // #endregion
}

/**
 * Runs a body with a group of tasks, and waits for all of them before it ends. If
 * one fails, the others and the body are cancelled, and all errors are thrown
 * together.
 *
 * @param body a coroutine function; gets the {@linkcode TaskGroup}
 * @returns a coroutine of the body's result (`undefined` when `group.cancel()` ended
 * the body before it had one)
 * @throws {ExceptionGroup} with the errors of the tasks and of the body
 * @throws {CancelledError} when the surrounding task is cancelled
 *
 * @example
 * ```ts
 * import { runSync, sleep, taskGroup } from "@loopbook/loopbook";
 * import { assertEquals } from "@std/assert";
 *
 * function* main() {
 *   return yield* taskGroup(function* (group) {
 *     const a = group.createTask(sleep(20, "a"));
 *     const b = group.createTask(sleep(10, "b"));
 *     return (yield* a) + (yield* b);
 *   });
 * }
 * assertEquals(runSync(main), "ab");
 * ```
 *
 * @see https://docs.python.org/3/library/asyncio-task.html#asyncio.TaskGroup
 */
export function taskGroup<T>(
  body: (group: TaskGroup) => Coroutine<T>,
): Coroutine<T> {
  checkBody(body, "taskGroup()");
  // Only who calls group.cancel() can meet the undefined, and knows it.
  return new TaskGroupBlock(body) as Coroutine<unknown> as Coroutine<T>;
}

class TaskGroupBlock<T> extends Block<T, T | undefined> {
  readonly #body: (group: TaskGroup) => Coroutine<T>;
  #group: TaskGroup | null = null;

  constructor(body: (group: TaskGroup) => Coroutine<T>) {
    super("taskGroup()");
    this.#body = body;
  }

  protected override enter(): Coroutine<T> {
    this.#group = new TaskGroup();
    return this.#body(this.#group);
  }

  protected override leave(
    ending: Ending<T>,
  ): ExitCoroutine<T | undefined> | undefined {
    if (this.#group !== null) {
      return new ExitCoroutine(this.#group._leave(ending));
    }
    throw (ending as { error: unknown }).error; // it never entered
  }
}
