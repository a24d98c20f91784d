/**
 * Task factories whose tasks begin at once.
 *
 * @module
 */

import type { Coroutine } from "./coroutine.ts";
import type { EventLoop, TaskFactory } from "./event_loop.ts";
import { Task, type TaskOptions } from "./task.ts";

/**
 * A task factory whose tasks run their first step at once, inside the caller's
 * step (rule 21): `loop.setTaskFactory(eagerTaskFactory)`. A coroutine that does not
 * have to wait is then over before `createTask` returns, without a pass.
 *
 * @param loop the loop that asks
 * @param coroutine what the task runs
 * @param options name and context
 * @returns the task
 *
 * @example
 * ```ts
 * import { createTask, eagerTaskFactory, getRunningLoop, runSync } from "@loopbook/loopbook";
 * import { assertEquals } from "@std/assert";
 *
 * function* cached() {
 *   return 42;
 * }
 * function* main() {
 *   getRunningLoop().setTaskFactory(eagerTaskFactory);
 *   return createTask(cached()).done();
 * }
 * assertEquals(runSync(main), true);
 * ```
 *
 * @see https://docs.python.org/3/library/asyncio-task.html#asyncio.eager_task_factory
 */
export const eagerTaskFactory: TaskFactory = <T>(
  loop: EventLoop,
  coroutine: Coroutine<T>,
  options: TaskOptions,
): Task<T> => new Task(coroutine, loop, { ...options, eagerStart: true });

/**
 * Makes an eager factory of one's own kind of task.
 *
 * @param make makes the task; the options it gets ask for an eager start
 * @returns the factory
 *
 * @see https://docs.python.org/3/library/asyncio-task.html#asyncio.create_eager_task_factory
 */
export function createEagerTaskFactory(make: TaskFactory): TaskFactory {
  return (loop: EventLoop, coroutine, options) =>
    make(loop, coroutine, { ...options, eagerStart: true });
}
