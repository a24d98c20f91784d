/**
 * Proves something of the library: a body holds on every schedule there is.
 *
 * @module
 */

import { assert } from "@std/assert";
import {
  type Coroutine,
  createTask,
  explore,
  type ExploreOptions,
  type Task,
  type World,
} from "../../../mod.ts";

/**
 * Registers a test that tries every schedule of a body, and says how many
 * there were.
 *
 * @param what what is proven: the test's name
 * @param body the coroutine; it checks its invariants
 * @param options what is not tried
 */
export function prove(
  what: string,
  body: (world: World) => Coroutine<unknown>,
  options: ExploreOptions = {},
): void {
  Deno.test(what, async () => {
    const { exhausted, schedules } = await explore(body, {
      schedules: 2_000_000,
      ...options,
    });
    assert(exhausted, `${schedules} schedules were not all`);
    assert(schedules > 1, "one schedule proves nothing");
    console.log(`${schedules.toLocaleString("en")} schedules: ${what}`);
  });
}

/**
 * Makes a task that is cancelled when the schedule says so: before it has
 * begun, at any of its waits, or when it is over.
 *
 * @param world the world
 * @param coroutine what the task does
 * @param name its name
 * @returns the task
 */
export function cancellable<T>(
  world: World,
  coroutine: Coroutine<T>,
  name: string,
): Task<T> {
  const task = createTask(coroutine, { name });
  createTask(cancels(world, task));
  return task;
}

function* cancels({ io }: World, task: Task<unknown>): Coroutine<void> {
  yield* io(`cancel ${task.getName()}`);
  task.cancel();
}
