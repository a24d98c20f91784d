/**
 * What is explored.
 *
 * @module
 */

import type { Coroutine } from "../../tasks/coroutine.ts";
import { describe } from "../../tasks/coroutine.ts";
import { CoroutineRun } from "./coroutine_run.ts";
import { NativeRun } from "./native_run.ts";
import type { RunRules, ScheduledRun } from "./run_schedule.ts";
import type { World } from "./world.ts";

/** An async function, or a generator function for coroutines. */
export type Body = (
  world: World,
) => PromiseLike<unknown> | Coroutine<unknown>;

/**
 * Makes what runs a body of its kind.
 *
 * @param where who asks, for the message
 * @param body the body
 * @param rules what every run keeps to
 * @returns the runs
 * @throws {TypeError} when the body is no function
 */
export function runsOf(
  where: string,
  body: Body,
  rules: RunRules,
): ScheduledRun {
  if (typeof body !== "function") {
    throw new TypeError(
      `${where}() takes a function, async or a generator's, not ${
        describe(body)
      }`,
    );
  }
  return body.constructor.name === "GeneratorFunction"
    ? new CoroutineRun(body as (world: World) => Coroutine<unknown>, rules)
    : new NativeRun(body as (world: World) => PromiseLike<unknown>, rules);
}
