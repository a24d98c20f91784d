/**
 * Random programs as data: what the generator makes, what both interpreters
 * run, what the shrinker takes apart and what is printed as real sources.
 *
 * A program has bodies (coroutine functions; a body calls only later ones, so
 * that every program ends), callbacks (plain functions, likewise), a few slots
 * for futures, and a few of each primitive, named by small numbers.
 *
 * @module
 */

/** A program. Body 0 is `main`. */
export interface Program {
  readonly bodies: readonly Block[];
  readonly callbacks: readonly Block[];
  /** Whether all tasks start eagerly, by task factory. */
  readonly eager: boolean;
  /** Permits, and whether bounded. */
  readonly semaphores: readonly (readonly [number, boolean])[];
  readonly barriers: readonly number[];
  readonly queues: readonly (readonly [QueueKind, number])[];
}

export type QueueKind = "fifo" | "lifo" | "priority";

/** Statements in sequence. */
export type Block = readonly Statement[];

/** How many of each there are in a program. */
export const SLOTS = 4;
export const LOCKS = 2;
export const EVENTS = 2;
export const CONDITIONS = 2;
export const HANDLES = 2;
export const SEMAPHORES = 2;
export const QUEUES = 2;

/** What can be awaited. */
export type Expression =
  | readonly ["slot", number]
  | readonly ["call", number]
  | readonly ["sleep", number, number]
  | readonly ["task", number, boolean, boolean]
  | readonly ["gather", readonly Expression[], boolean]
  | readonly ["shield", Expression]
  | readonly ["future"];

export type Catch = "error" | "cancelled" | "any";
export type When = "ALL_COMPLETED" | "FIRST_COMPLETED" | "FIRST_EXCEPTION";

/** What a body does, one thing at a time. */
export type Statement =
  | readonly ["log", number]
  | readonly ["sleep", number]
  | readonly ["return", number]
  | readonly ["raise", number]
  | readonly ["repeat", number, Block]
  | readonly ["try", Block, Catch | null, Block, Block | null]
  | readonly ["start", number, Expression]
  | readonly ["await", Expression]
  | readonly ["cancel", number, string | null]
  | readonly ["cancelSelf"]
  | readonly ["uncancel"]
  | readonly ["state", number]
  | readonly ["wait", readonly number[], number | null, When]
  | readonly ["waitFor", Expression, number | null]
  | readonly ["asCompleted", readonly Expression[], number | null]
  | readonly ["timeout", number | null, Block]
  | readonly ["reschedule", number | null]
  | readonly ["group", Block]
  | readonly ["groupTask", number, number, boolean]
  | readonly ["setResult", number, number]
  | readonly ["setError", number, number]
  | readonly ["onDone", number, number]
  | readonly ["removeOnDone", number, number]
  | readonly ["callSoon", number, number]
  | readonly ["callLater", number, number, number]
  | readonly ["cancelHandle", number]
  | readonly ["setVariable", number]
  | readonly ["getVariable"]
  | readonly ["allTasks"]
  | readonly ["currentTask"]
  | readonly ["withLock", number, Block]
  | readonly ["acquire", number]
  | readonly ["release", number]
  | readonly ["withSemaphore", number, Block]
  | readonly ["acquirePermit", number]
  | readonly ["releasePermit", number]
  | readonly ["withCondition", number, Block]
  | readonly ["conditionWait", number]
  | readonly ["conditionWaitFor", number, number]
  | readonly ["count", number]
  | readonly ["notify", number, number | null]
  | readonly ["eventWait", number]
  | readonly ["eventSet", number]
  | readonly ["eventClear", number]
  | readonly ["barrierWait", number]
  | readonly ["barrierAbort", number]
  | readonly ["barrierReset", number]
  | readonly ["put", number, number]
  | readonly ["putNowait", number, number]
  | readonly ["get", number]
  | readonly ["getNowait", number]
  | readonly ["taskDone", number]
  | readonly ["join", number]
  | readonly ["shutdown", number, boolean];
