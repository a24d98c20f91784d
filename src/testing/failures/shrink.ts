/**
 * The plainest schedule under which a body fails.
 *
 * First all schedules with ever more departures are tried (`few_departures.ts`):
 * what fails first has the fewest there can be. If that takes too many runs, the
 * failing schedule is made plainer step by step instead: each of its departures
 * is taken back in turn, and the ones the failure does not need stay taken back.
 * What comes out of that is plain, but nobody has looked whether it is plainest,
 * and the failure says so.
 *
 * Another failure of the same kind counts as the same one: a double booking by
 * Ann and one by Bob are one bug. A hang that turns into a wrong result is two.
 *
 * @module
 */

import type { Chooser, Strategy } from "../schedules/chooser.ts";
import { type Need, TURN } from "../runs/drive.ts";
import type { Limits } from "../schedules/exhaustive.ts";
import { FewDepartures } from "../schedules/few_departures.ts";
import { Follow } from "../schedules/follow.ts";
import type { FailureKind } from "../runs/run_outcome.ts";
import type { ScheduledRun } from "../runs/run_schedule.ts";
import {
  type Decision,
  departures,
  type Schedule,
} from "../schedules/schedule.ts";
import { failUnhandled, runOnce } from "../runs/run_once.ts";
import type { RejectionWatch } from "../virtual/unhandled.ts";

/** Runs that looking for the fewest departures may take. */
const BUDGET = 20_000;

/** Runs that looking for one that passes may take. */
const PASSING_BUDGET = 2_000;

/** Decisions that shrinking may take: of long runs, fewer have to do. */
const MOST_DECISIONS = 1_000_000;

/** Decisions that looking for one that passes may take. */
const MOST_PASSING_DECISIONS = 200_000;

/** What shrinking works with. */
export interface Shrinking {
  readonly runs: ScheduledRun;
  readonly rejections: RejectionWatch;
  /** What the search varied; the plainest schedule may vary no more. */
  readonly limits: Limits;
  /** The schedule that failed, whole. */
  readonly schedule: Schedule;
  /** In which way it failed. */
  readonly kind: FailureKind;
}

/** A plainer schedule. */
export interface Shrunk {
  /** Answers as it says. */
  readonly chooser: Chooser;
  /** Whether no failing schedule departs less often. */
  readonly fewest: boolean;
  /** How many runs it took. */
  readonly runs: number;
}

/**
 * Looks for the plainest schedule under which the body still fails.
 *
 * @param shrinking the body's run, and how it failed
 * @param budget how many runs the search for the fewest departures may take
 * @returns the plainest that was found
 */
export function* shrink(
  shrinking: Shrinking,
  budget: number = BUDGET,
): Generator<Need, Shrunk, void> {
  const { limits, schedule } = shrinking;
  const most = departures(schedule);
  let runs = 0, decisions = 0;
  for (let count = 0; count < most; count++) {
    const strategy: Strategy = new FewDepartures(limits, count);
    do {
      if (runs++ === budget || decisions >= MOST_DECISIONS) {
        return yield* takeBack(shrinking, runs);
      }
      if (yield* fails(shrinking, strategy)) {
        return { chooser: strategy, fewest: true, runs };
      }
      decisions += shrinking.runs.depth;
    } while (strategy.next());
  }
  return { chooser: new Follow(schedule), fewest: true, runs };
}

/**
 * Looks for a schedule under which the body passes: what a reader compares the
 * failure with. The nearest is the failing one without its last departure: up to
 * there both runs are the same. Where that one fails too, it is the plainest.
 *
 * @param shrinking the body's run, and how it failed
 * @param budget how many runs it may take
 * @returns answers as that schedule says; `null` when none was found
 */
export function* findPassing(
  { runs, rejections, limits, schedule }: Shrinking,
  budget: number = PASSING_BUDGET,
): Generator<Need, Chooser | null, void> {
  function* passes(chooser: Chooser): Generator<Need, boolean, void> {
    yield* runOnce(runs, chooser);
    if (runs.abandoned || runs.failed !== null) return false;
    yield TURN;
    return !failUnhandled(runs, rejections);
  }
  const last = schedule.findLastIndex((each) => departures([each]) > 0);
  const nearest = new Follow(schedule.slice(0, Math.max(0, last)));
  if (yield* passes(nearest)) return nearest;
  let tried = 0, decisions = 0;
  for (let count = 0; count <= schedule.length; count++) {
    const strategy = new FewDepartures(limits, count);
    do {
      if (tried++ === budget || decisions >= MOST_PASSING_DECISIONS) {
        return null;
      }
      if (yield* passes(strategy)) return strategy;
      decisions += runs.depth;
    } while (strategy.next());
  }
  return null;
}

/** Takes back one departure after the other, as long as the body fails. */
function* takeBack(
  shrinking: Shrinking,
  runs: number,
): Generator<Need, Shrunk, void> {
  let plainest = shrinking.schedule;
  let from = 0, decisions = 0;
  while (from < plainest.length && decisions < MOST_DECISIONS) {
    const plainer = withoutDeparture(plainest, from);
    if (plainer === null) break;
    runs++;
    if (yield* fails(shrinking, new Follow(plainer.schedule))) {
      plainest = plainer.schedule;
    } else from = plainer.position + 1;
    decisions += shrinking.runs.depth;
  }
  return { chooser: new Follow(plainest), fewest: false, runs };
}

/** The schedule with its first departure from a position on taken back. */
function withoutDeparture(
  schedule: Schedule,
  from: number,
): { schedule: Schedule; position: number } | null {
  for (let position = from; position < schedule.length; position++) {
    const decision = schedule[position]!;
    if (departures([decision]) === 0) continue;
    return { schedule: schedule.with(position, plain(decision)), position };
  }
  return null;
}

function plain(decision: Decision): Decision {
  return decision.kind === "deliver"
    ? { kind: "deliver", order: [0] }
    : { kind: decision.kind, index: 0 };
}

function* fails(
  { runs, rejections, kind }: Shrinking,
  chooser: Chooser,
): Generator<Need, boolean, void> {
  yield* runOnce(runs, chooser);
  if (runs.abandoned) return false;
  if (kind !== "rejection") return runs.failed === kind;
  // The host tells of a rejection on its own turn.
  yield TURN;
  return failUnhandled(runs, rejections);
}
