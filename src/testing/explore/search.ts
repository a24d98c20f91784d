/**
 * The search: run after run, until one fails or nothing is left to run.
 *
 * It is a generator that yields what it needs of the host (see `drive.ts`), so
 * that one text serves hosts of both kinds, native code and coroutines, and so
 * that the host gets a turn every few milliseconds however fast the runs are.
 *
 * A stretch of runs between two turns of the host is a *batch of runs*. When the
 * host then reports an unhandled rejection, it was made by one of them. The
 * strategy was copied at the beginning of the stretch; from there the runs are
 * gone over once more, with a turn after each, until the report comes again.
 *
 * @module
 */

import type { Strategy } from "../schedules/chooser.ts";
import { DRAIN, type Need, TURN } from "../runs/drive.ts";
import { NondeterminismError, toldOf } from "../runs/nondeterminism.ts";
import { realIo } from "../runs/run_errors.ts";
import type { FailureKind, Found } from "../runs/run_outcome.ts";
import {
  advanceRun,
  beginRun,
  failUnhandled,
  runOnce,
} from "../runs/run_once.ts";
import type { ScheduledRun } from "../runs/run_schedule.ts";
import type { BeginningsWatch } from "../virtual/deno_work.ts";
import type { RejectionWatch } from "../virtual/unhandled.ts";

/** Milliseconds of runs between two turns of the host. */
const STRETCH = 5;

/** So many runs go by between two looks at the clock. */
const RUNS_PER_LOOK = 32;

/** When a search ends before its time. */
export interface SearchLimits {
  /** After so many schedules. */
  readonly schedules: number;
  /** After so many milliseconds of the host's clock. */
  readonly timeLimit: number;
  /** At the first failure, or only counting failures. */
  readonly stopAtFailure: boolean;
}

/** What a search has seen. */
export class Tally {
  /** Schedules that were run to their end. */
  schedules = 0;
  /** Those of them that failed. */
  failures = 0;
  /** Decisions in all of them. */
  decisions = 0;
  /** The most decisions in one of them. */
  maxDepth = 0;
  /** How they came out. */
  readonly outcomes: Set<string> = new Set();
  /** Whether no schedule is left. */
  exhausted = false;
  /** Results that are in words already, by the kind of failure. */
  readonly #seen: Map<FailureKind | null, Set<unknown>> = new Map();

  /** Adds a run. */
  add(run: ScheduledRun): void {
    this.schedules++;
    this.decisions += run.depth;
    if (run.depth > this.maxDepth) this.maxDepth = run.depth;
    if (run.failed !== null) this.failures++;
    this.#addOutcome(run);
  }

  /** Puts into words only what was not there before: a million runs are quick. */
  #addOutcome(run: ScheduledRun): void {
    const { failed, result } = run;
    if (typeof result === "object" && result !== null) {
      this.outcomes.add(run.outcome());
      return;
    }
    let seen = this.#seen.get(failed);
    if (seen === undefined) this.#seen.set(failed, seen = new Set());
    if (seen.has(result)) return;
    seen.add(result);
    this.outcomes.add(run.outcome());
  }
}

/** What a search works with. */
export interface Search {
  readonly runs: ScheduledRun;
  readonly strategy: Strategy;
  readonly limits: SearchLimits;
  readonly rejections: RejectionWatch;
  readonly tally: Tally;
  /** The host's clock in milliseconds, whatever the body sees. */
  readonly clock: () => number;
  /** Sees real I/O and timers, where the host can say. */
  readonly beginnings?: BeginningsWatch | null;
  /** Called on every turn of the host. */
  readonly onTurn?: () => void;
}

/**
 * Searches for a schedule that fails.
 *
 * @param search what to run, in which order, how far
 * @returns the failure, `null` when there is none as far as the search went
 */
export function* searchSchedules(
  search: Search,
): Generator<Need, Found | null, void> {
  const { runs: run, strategy, limits, tally, clock, beginnings } = search;
  const end = clock() + limits.timeLimit;
  let turn = Math.min(clock() + STRETCH, end);
  let stretch = strategy.fork();
  let count = 0;
  beginnings?.mark();
  for (;;) {
    beginRun(run, strategy); // as runOnce does, without a generator per run
    if (!run.needsDrain) { while (advanceRun(run)); }
    else do yield DRAIN; while (advanceRun(run));
    count++;
    if (!run.abandoned && strategy.counts()) {
      tally.add(run);
      if (run.failed !== null && limits.stopAtFailure) {
        return { strategy, outcome: run.outcome() };
      }
    }
    tally.exhausted = !planNext(run, strategy);
    const over = tally.exhausted || tally.schedules >= limits.schedules;
    if (!over && (count % RUNS_PER_LOOK !== 0 || clock() < turn)) continue;
    const begun = beginnings?.begun() ?? null;
    yield TURN;
    if (run.stirred || begun !== null) throw realIo(begun ?? []);
    const found = yield* findRejection(search, stretch, count);
    if (found !== null) return found;
    if (over || clock() >= end) return null;
    search.onTurn?.();
    turn = Math.min(clock() + STRETCH, end);
    stretch = strategy.fork();
    count = 0;
    beginnings?.mark();
  }
}

function planNext(run: ScheduledRun, strategy: Strategy): boolean {
  try {
    return strategy.next();
  } catch (error) {
    throw toldOf(run.depth, error);
  }
}

/** Finds out which of the last runs has left a rejection behind. */
function* findRejection(
  { runs: run, rejections, limits, tally }: Search,
  stretch: Strategy,
  length: number,
): Generator<Need, Found | null, void> {
  const [reported] = rejections.reasons();
  if (rejections.reasons().length === 0) return null;
  rejections.forget();
  for (let count = 0; count < length; count++) {
    yield* runOnce(run, stretch);
    yield TURN;
    const unhandled = failUnhandled(run, rejections);
    if (unhandled && !run.abandoned && stretch.counts()) {
      tally.outcomes.add(run.outcome());
      tally.failures++;
      if (limits.stopAtFailure) {
        return { strategy: stretch, outcome: run.outcome() };
      }
    }
    stretch.next();
  }
  if (!limits.stopAtFailure) return null;
  throw new NondeterminismError(
    `Promise was rejected in one of ${length} schedules and nobody handled it; run again, none of them does so`,
    { cause: reported },
  );
}
