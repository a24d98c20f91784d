/**
 * The failure of an exploration.
 *
 * @module
 */

import {
  type FailureStory,
  shortSpelling,
  tellFailure,
} from "./failure_message.ts";
import type { FailureKind } from "../runs/run_outcome.ts";
import { drawSideBySide } from "./side_by_side.ts";

/**
 * Thrown by `explore` and `replay` for a schedule under which the body fails.
 *
 * The message tells what broke, how little has to happen for it, and draws the
 * run that fails beside the nearest that passes. `cause` is the error itself.
 *
 * @example
 * ```ts
 * import { explore, replay, ScheduleError } from "@loopbook/loopbook";
 * import { assert, assertEquals, assertRejects } from "@std/assert";
 *
 * const body = async ({ io, check }: import("@loopbook/loopbook").World) => {
 *   let shown = "";
 *   const search = async (words: string) => {
 *     await io(`fetch ${words}`);
 *     shown = words;
 *   };
 *   await Promise.all([search("re"), search("react")]);
 *   check(shown === "react", `the page shows ${shown}`);
 * };
 * const error = await assertRejects(() => explore(body), ScheduleError);
 * assertEquals(error.shrunk, "1");
 * assert(error.message.includes('replay(body, "1")'));
 * await assertRejects(() => replay(body, error.shrunk), ScheduleError);
 * ```
 */
export class ScheduleError extends Error {
  /** The class's name. */
  override readonly name = "ScheduleError";
  /** The schedule as it was found: hand it to `replay`. */
  readonly schedule: string;
  /**
   * The plainest schedule that fails: the one with the fewest departures from
   * first in, first out, without what follows by itself. Hand it to `replay`.
   */
  readonly shrunk: string;
  /** What random numbers began with, `null` when there were none. */
  readonly seed: number | null;
  /** In which way the body fails. */
  readonly kind: FailureKind;
  /** The run that fails beside the nearest that passes, as text. */
  readonly timeline: string;
  /** The line that runs it again. */
  readonly replay: string;

  /**
   * Makes the error.
   *
   * @param story what failed, and under which schedule
   */
  constructor(story: FailureStory) {
    const { error, kind } = story.failing.failure!;
    super(tellFailure(story), { cause: error });
    this.schedule = story.found;
    this.shrunk = shortSpelling(story.failing.schedule);
    this.seed = story.seed;
    this.kind = kind;
    this.timeline = drawSideBySide(story.failing, story.passing).join("\n");
    this.replay = `replay(body, ${JSON.stringify(this.shrunk)})`;
  }
}
