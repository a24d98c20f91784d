/**
 * Counting the schedules that fail.
 *
 * @module
 */

import type { Body } from "../runs/body.ts";
import { withKeptSeed } from "./checkpoint.ts";
import { type ExploreReport, reportOf, search } from "./exploration.ts";
import { type ExploreOptions, planOf } from "./options.ts";
import { Tally } from "./search.ts";
import { onStage } from "../runs/stage.ts";

/** What a survey has seen. */
export interface Survey extends ExploreReport {
  /** How many schedules fail. */
  readonly failures: number;
  /** In which ways the body came out, in words. */
  readonly outcomes: ReadonlySet<string>;
  /** Where the search stands: with it as the option `from`, another goes on. */
  readonly place: string;
}

/**
 * Counts the schedules that fail, instead of ending at the first as `explore`
 * does: how likely is a bug, and in which ways can it come out?
 *
 * @param body as for {@linkcode explore}
 * @param options as for {@linkcode explore}
 * @returns what was seen, with the number of failures and how the body came out
 * @throws {TypeError} when there is no such option, or the body is no body
 * @throws {RangeError} when an option is out of range
 *
 * @example
 * ```ts
 * import { survey } from "@loopbook/loopbook";
 * import { assertEquals } from "@std/assert";
 *
 * const { schedules, failures, outcomes } = await survey(async ({ io }) => {
 *   let shown = "";
 *   const search = async (words: string) => {
 *     await io(`fetch ${words}`);
 *     shown = words;
 *   };
 *   await Promise.all([search("re"), search("react")]);
 *   return shown;
 * });
 * assertEquals([schedules, failures], [4, 0]);
 * assertEquals([...outcomes], ['returned "react"', 'returned "re"']);
 * ```
 */
export async function survey(
  body: Body,
  options: ExploreOptions = {},
): Promise<Survey> {
  const plan = withKeptSeed(planOf(options, "survey"));
  const tally = new Tally();
  const { place } = await onStage(
    "survey",
    body,
    plan,
    (stage) => search(stage, plan, tally, false),
  );
  const { failures, outcomes } = tally;
  return { ...reportOf(tally), failures, outcomes, place };
}
