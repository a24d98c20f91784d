/**
 * The map of this chapter: its arrows, and for each the events that a trace must
 * contain to show it.
 *
 * @module
 */

import type { TraceEvent } from "../../mod.ts";

// #region arrow
export type Concept =
  | "coroutine"
  | "task"
  | "event loop"
  | "future"
  | "async I/O"
  | "thread";

export interface Arrow {
  readonly from: Concept;
  readonly to: Concept;
  readonly says: string;
  /** Events in this order; each condition sees the event found before it. */
  readonly evidence: readonly Condition[];
}

export type Condition = (
  event: TraceEvent,
  before: TraceEvent | undefined,
) => boolean;
// #endregion

const createdByTask: Condition = (event) =>
  event.kind === "created" && event.by !== null;

const passOfSeveral: Condition = (event) =>
  event.kind === "pass" && event.ready > 1;

const startedInThatPass: Condition = (event, before) =>
  event.kind === "started" && event.pass === before?.pass;

const resumed: Condition = (event) => event.kind === "resumed";

const printedByIt: Condition = (event, before) =>
  event.kind === "printed" && before?.kind === "resumed" &&
  event.by !== null && "task" in event.by && event.by.task === before.task;

const printedOfThread: Condition = (event) =>
  event.kind === "printed" && event.text.startsWith("another thread");

const waitsForTime: Condition = (event) =>
  event.kind === "suspended" && event.on.kind === "sleep";

const waitsForTask: Condition = (event) =>
  event.kind === "suspended" && event.on.kind === "task";

// #region conditions
const waitsForHost = (name: string): Condition => (event) =>
  event.kind === "suspended" && event.name === name &&
  event.on.kind === "future" && event.on.label === "promise";

const completedFromOutside: Condition = (event, before) =>
  event.kind === "completed" && event.by === null &&
  before?.kind === "suspended" && before.on.kind === "future" &&
  event.source.kind === "future" && event.source.future === before.on.future;

const wokenByIt: Condition = (event, before) =>
  event.kind === "woken" && before?.kind === "completed" &&
  event.event === before.event;
// #endregion

const completedByTask: Condition = (event) =>
  event.kind === "completed" && event.by !== null && "task" in event.by;

// #region arrows
export const ARROWS: readonly Arrow[] = [
  arrow("task", "event loop", "joins the ready queue", createdByTask),
  arrow(
    "event loop",
    "task",
    "gives it a turn",
    passOfSeveral,
    startedInThatPass,
  ),
  arrow(
    "task",
    "coroutine",
    "runs it up to its next wait",
    resumed,
    printedByIt,
  ),
  arrow("coroutine", "task", "hands out what it waits for", waitsForTime),
  arrow("task", "future", "stands in its list", waitsForTask),
  arrow(
    "future",
    "event loop",
    "puts the waiter into the queue",
    completedByTask,
    wokenByIt,
  ),
  arrow(
    "coroutine",
    "async I/O",
    "begins, and others go on",
    waitsForHost("order"),
    startedInThatPass,
  ),
  arrow(
    "async I/O",
    "future",
    "settles it from outside",
    waitsForHost("order"),
    completedFromOutside,
    wokenByIt,
  ),
  arrow(
    "coroutine",
    "thread",
    "sends it work",
    printedOfThread,
    waitsForHost("Task-1"),
  ),
  arrow(
    "thread",
    "future",
    "settles it from outside",
    waitsForHost("Task-1"),
    completedFromOutside,
    wokenByIt,
  ),
];
// #endregion

function arrow(
  from: Concept,
  to: Concept,
  says: string,
  ...evidence: Condition[]
): Arrow {
  return { from, to, says, evidence };
}
