/**
 * Exploring: a body is run under one schedule after another.
 *
 * @module
 */

import type { Body } from "../runs/body.ts";
import { withKeptSeed } from "./checkpoint.ts";
import { type ExploreReport, reportOf, search } from "./exploration.ts";
import { shortSpelling } from "../failures/failure_message.ts";
import { findOut } from "../failures/failure_story.ts";
import { type ExploreOptions, planOf } from "./options.ts";
import { ScheduleError } from "../failures/schedule_error.ts";
import { Tally } from "./search.ts";
import { onStage, type Stage } from "../runs/stage.ts";
import { keptSchedules, tryKept } from "./try_kept.ts";

/**
 * Runs a body again and again, each time under another order of what the host
 * may decide, until a schedule fails or all are done. A body that does something
 * else under the same decisions is at the mercy of what no schedule decides, and
 * is told so as soon as a later schedule comes by the same place. The body is
 * called once for each schedule that is counted, so what differs behind the last
 * decision of a run is noticed only where a schedule is run again anyway: when
 * it fails.
 *
 * Real I/O and real timers, which no schedule delivers, are an error: wherever the
 * body waits for them, and in Deno as soon as it begins them, unless they are over
 * before the next turn of the host. That is the limit: what real I/O did within
 * one turn is not seen.
 *
 * @param body gets a {@linkcode World}; an async function, or a generator function
 * for coroutines on this library's loop
 * @param options which schedules, and how many
 * @returns what was seen
 * @throws {ScheduleError} for the first schedule under which the body fails
 * @throws {Error} called `NondeterminismError` for a body that behaves differently
 * under the same schedule; the message says at which decision
 * @throws {TypeError} when there is no such option, or the body is no body
 * @throws {RangeError} when an option is out of range
 *
 * @example
 * ```ts
 * import { explore } from "@loopbook/loopbook";
 * import { assertEquals } from "@std/assert";
 *
 * const report = await explore(async ({ io, check }) => {
 *   let visits = 0;
 *   async function visit() {
 *     await io("read");
 *     visits++; // read and written without a wait between
 *     await io("write");
 *   }
 *   await Promise.all([visit(), visit()]);
 *   check(visits === 2);
 * });
 * assertEquals(report.exhausted, true);
 * ```
 */
export async function explore(
  body: Body,
  options: ExploreOptions = {},
): Promise<ExploreReport> {
  const plan = withKeptSeed(planOf(options, "explore"));
  const tally = new Tally();
  const kept = keptSchedules(body, plan);
  await onStage("explore", body, plan, async (stage) => {
    const stale = kept === null ? [] : await tryKept(stage, plan, kept);
    const { found } = await search(stage, plan, tally, true);
    if (found !== null) {
      const finding = await findOut(stage, plan, found);
      const spelling = shortSpelling(finding.failing.schedule);
      throw new ScheduleError({
        ...finding,
        number: tally.schedules,
        seed: plan.strategy === "exhaustive" ? null : plan.seed,
        ...kept?.tryAdd(spelling, stale),
      });
    }
    checkDecided(tally, stage);
  });
  return reportOf(tally);
}

function checkDecided({ schedules, decisions }: Tally, stage: Stage): void {
  // There can be more shards than schedules; one of those has nothing to do.
  if (decisions > 0 || schedules === 0) return;
  const [first] = stage.runs.pending;
  throw new Error(
    first === undefined
      ? "Nothing to explore: the body never waited for the schedule; let what it waits for go through io(), choose() or a timer"
      : `Nothing to explore: the body was over before ${first.describe()} was delivered; let it wait for what it begins`,
  );
}
