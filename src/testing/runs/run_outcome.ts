/**
 * What is known of one run of a body under one schedule.
 *
 * A run in search keeps next to nothing: whether it failed, and how it came out.
 * When it failed, the same schedule is run again with a recorder, and that run
 * knows everything a reader of the failure would ask: what was pending at each
 * decision, where it was made, what was delivered, who still waits.
 *
 * @module
 */

import type { Strategy } from "../schedules/chooser.ts";
import type { Misfit } from "../schedules/follow.ts";
import type { CompletionKind } from "../schedules/pending.ts";
import type { Schedule } from "../schedules/schedule.ts";

/** How a run can fail. */
export type FailureKind =
  /** `check` was given a false condition. */
  | "violation"
  /** The body threw. */
  | "error"
  /** Nothing is pending, and the body is not done. */
  | "deadlock"
  /** The body is done, and something is left over. */
  | "leak"
  /** The run took more decisions than it may. */
  | "steps"
  /** A promise was rejected and nobody handled it. */
  | "rejection";

/** Why a run failed. */
export interface Failure {
  /** In which way. */
  readonly kind: FailureKind;
  /** What was thrown, or an error that says what is wrong. */
  readonly error: Error;
}

/** What came of one run. */
export interface RunOutcome {
  /** Every decision of the run, forced ones too, as far as it went. */
  readonly schedule: Schedule;
  /** Why it failed, `null` when it did not. */
  readonly failure: Failure | null;
  /** How it came out, in a text: equal texts are equal outcomes. */
  readonly outcome: string;
  /** Where the schedule that was asked for does not fit, `null` when it does. */
  readonly misfit: Misfit | null;
  /** How many decisions it took. */
  readonly depth: number;
}

/** A completion that is pending at a decision. */
export interface PendingCompletion {
  /** Counted from 0 in the order in which they became pending in this run. */
  readonly id: number;
  /** What it is of. */
  readonly kind: CompletionKind;
  /** What the body calls it: `find`, `db.insert("a")`, `timer 100 ms`. */
  readonly label: string;
  /** Where it was made: `file.ts:3:5`, or `null` where the host can't say. */
  readonly origin: string | null;
  /** Whose work made it: the id of the completion in whose step, or `null`. */
  readonly parent: number | null;
  /** For a result, the id of the call that it is of; `null` for all others. */
  readonly effect: number | null;
}

/** Something that happened in a recorded run. */
export type ScheduleEvent =
  | {
    /** A completion became pending. */
    readonly kind: "pending";
    readonly completion: PendingCompletion;
  }
  | {
    /** The host decided. */
    readonly kind: "decision";
    /** The place of the decision in the schedule, from 0. */
    readonly index: number;
    /** Those that could be delivered, by id; empty for values and faults. */
    readonly pending: readonly number[];
    /** Those that are delivered, by id; of a fault, the one it strikes. */
    readonly delivered: readonly number[];
    /** In a few words: `find`, `retry? = true`, `db.get() fails`. */
    readonly label: string;
    /** The virtual time in milliseconds. */
    readonly time: number;
  }
  | {
    /** `check` was given a false condition. */
    readonly kind: "violation";
    readonly message: string;
  }
  | {
    /** The body is done. */
    readonly kind: "settled";
    /** How it came out. */
    readonly outcome: string;
  };

/** Somebody who can't go on. */
export interface WaitEdge {
  /** Who waits: a task's name, `body`. */
  readonly waiter: string;
  /** What for, as far as that is known. */
  readonly target: string;
  /** Who could end the wait: a task's name, where that is known. */
  readonly holder: string | null;
  /** Where the wait began, or what is waited for was made. */
  readonly origin: string | null;
}

/** What came of a run that was recorded. */
export interface RecordedRun extends RunOutcome {
  /** What happened, in order. */
  readonly events: readonly ScheduleEvent[];
  /** Who waits at the end; empty when the body is done. */
  readonly waits: readonly WaitEdge[];
}

/** A run that failed, to be had again. */
export interface Found {
  /** Stands at the plan of the run that failed. */
  readonly strategy: Strategy;
  /** How it came out. */
  readonly outcome: string;
}

/** Runs one body under schedules of the caller's choice. */
export interface Reruns {
  /**
   * Runs the body once. Where the schedule ends before the run does, the run goes
   * on first in, first out; where a decision does not fit, it is given up.
   */
  run(schedule: Schedule): Promise<RunOutcome>;
  /** The same, and tells everything that happened. */
  record(schedule: Schedule): Promise<RecordedRun>;
}
