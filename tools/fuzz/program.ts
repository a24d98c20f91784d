/**
 * Random programs as data: what the generator makes, both interpreters run, the
 * shrinker takes apart, and the phrasebook turns into sources.
 *
 * A program has bodies (coroutine functions), callbacks (plain functions), a few
 * slots that hold futures, and a few of each primitive. All of them go by small
 * numbers. A body uses only later bodies, and a callback only later callbacks, so
 * that every program ends.
 *
 * Everything is an array that begins with its name, so that Python reads it as it
 * is, and so that the shrinker needs to know little of what it takes apart.
 *
 * @module
 */

/** A program; its first body is `main`. */
export interface Program {
  /** The coroutine functions. */
  readonly bodies: readonly Block[];
  /** The plain functions. */
  readonly callbacks: readonly Block[];
  /** Whether a task factory starts all tasks eagerly. */
  readonly eager: boolean;
  /** How many permits each has, and whether it is bounded. */
  readonly semaphores: readonly (readonly [number, boolean])[];
  /** How many parties each has. */
  readonly barriers: readonly number[];
  /** The kind and the size of each. */
  readonly queues: readonly (readonly [QueueKind, number])[];
}

/** The three queues of asyncio. */
export type QueueKind = "fifo" | "lifo" | "priority";

/** Statements, one after the other. */
export type Block = readonly Statement[];

/** How many slots for futures a program has. */
export const SLOTS = 4;
/** How many slots for the handles of callbacks a program has. */
export const HANDLES = 2;
/** How many of each primitive a program has; the barrier is alone. */
export const LOCKS = 2;
/** The second one shares the second lock. */
export const CONDITIONS = 2;
/** Plain ones. */
export const EVENTS = 2;
/** As described in the program. */
export const SEMAPHORES = 2;
/** As described in the program. */
export const QUEUES = 2;

/** What can be awaited; an empty slot gives nothing. */
export type Expression =
  | readonly ["slot", slot: number]
  | readonly ["call", body: number]
  | readonly ["sleeping", delay: number, result: number]
  | readonly ["task", body: number, eager: boolean, named: boolean]
  | readonly ["gather", items: readonly Expression[], returnExceptions: boolean]
  | readonly ["shield", inner: Expression]
  | readonly ["future"];

/** What an `except` catches. */
export type Catch = "error" | "cancelled" | "any";

/** When `wait` returns. */
export type When = "ALL_COMPLETED" | "FIRST_COMPLETED" | "FIRST_EXCEPTION";

/** A time limit in milliseconds, or none. */
export type Limit = number | null;

/** A statement that takes no time. */
export type NowStatement =
  | readonly ["log", label: number]
  | readonly ["raise", error: number]
  | readonly ["start", slot: number, what: Expression]
  | readonly ["cancel", slot: number, message: string | null]
  | readonly ["cancelSelf"]
  | readonly ["uncancel"]
  | readonly ["state", slot: number]
  | readonly ["reschedule", limit: Limit]
  | readonly ["groupTask", slot: number, body: number, eager: boolean]
  | readonly ["setResult", slot: number, result: number]
  | readonly ["setError", slot: number, error: number]
  | readonly ["onDone", slot: number, callback: number]
  | readonly ["removeOnDone", slot: number, callback: number]
  | readonly ["callSoon", handle: number, callback: number]
  | readonly ["callLater", handle: number, delay: number, callback: number]
  | readonly ["cancelHandle", handle: number]
  | readonly ["setVariable", value: number]
  | readonly ["getVariable"]
  | readonly ["allTasks"]
  | readonly ["currentTask"]
  | readonly ["release", lock: number]
  | readonly ["releasePermit", semaphore: number]
  | readonly ["count", condition: number]
  | readonly ["notify", condition: number, waiters: number | null]
  | readonly ["eventSet", event: number]
  | readonly ["eventClear", event: number]
  | readonly ["putNowait", queue: number, item: number]
  | readonly ["getNowait", queue: number]
  | readonly ["taskDone", queue: number]
  | readonly ["shutdown", queue: number, immediate: boolean];

/** A statement that waits, or may. */
export type LaterStatement =
  | readonly ["sleep", delay: number]
  | readonly ["return", result: number]
  | readonly ["repeat", times: number, block: Block]
  | readonly [
    "try",
    block: Block,
    caught: Catch | null,
    handler: Block,
    cleanup: Block | null,
  ]
  | readonly ["await", what: Expression]
  | readonly ["wait", slots: readonly number[], limit: Limit, when: When]
  | readonly ["waitFor", what: Expression, limit: Limit]
  | readonly ["asCompleted", items: readonly Expression[], limit: Limit]
  | readonly ["timeout", limit: Limit, block: Block]
  | readonly ["group", block: Block]
  | readonly ["withLock", lock: number, block: Block]
  | readonly ["acquire", lock: number]
  | readonly ["withSemaphore", semaphore: number, block: Block]
  | readonly ["acquirePermit", semaphore: number]
  | readonly ["withCondition", condition: number, block: Block]
  | readonly ["conditionWait", condition: number]
  | readonly ["conditionWaitFor", condition: number, count: number]
  | readonly ["eventWait", event: number]
  | readonly ["barrierWait", barrier: number]
  | readonly ["barrierAbort", barrier: number]
  | readonly ["barrierReset", barrier: number]
  | readonly ["put", queue: number, item: number]
  | readonly ["get", queue: number]
  | readonly ["join", queue: number];

/** What a body does, one thing at a time. */
export type Statement = NowStatement | LaterStatement;

/** The names of what can be awaited. */
export const EXPRESSIONS: readonly Expression[0][] = [
  "slot",
  "call",
  "sleeping",
  "task",
  "gather",
  "shield",
  "future",
];
