/**
 * The programs of the suite, by rule. What CPython does with each is recorded;
 * nothing here says what should come out.
 *
 * A program shows one rule with as little of the others as it can, so that a loop
 * that breaks a rule fails there, and not everywhere.
 *
 * @module
 */
import type { Program } from "../../../../src/testing/conformance/program.ts";
import { AWAITING } from "./awaiting.ts";
import { BARRIERS } from "./barriers.ts";
import { CALLBACKS } from "./callbacks.ts";
import { CANCELLATION } from "./cancellation.ts";
import type { Chapter } from "./chapter.ts";
import { CLOSING } from "./closing.ts";
import { CONTEXTS } from "./contexts.ts";
import { FUTURES } from "./futures.ts";
import { GATHERING } from "./gathering.ts";
import { GROUPS } from "./groups.ts";
import { LIMITS } from "./limits.ts";
import { LOCKS } from "./locks.ts";
import { QUEUES } from "./queues.ts";
import { SIGNALS } from "./signals.ts";
import { TASKS } from "./tasks.ts";
import { WAITS } from "./waits.ts";

/** A program and what it is about. */
export interface Titled {
  readonly rule: number;
  readonly title: string;
  readonly program: Program;
}

/** All programs, by rule. */
export const PROGRAMS: readonly Titled[] = [
  CALLBACKS,
  AWAITING,
  FUTURES,
  CONTEXTS,
  TASKS,
  CANCELLATION,
  GATHERING,
  LIMITS,
  GROUPS,
  WAITS,
  LOCKS,
  SIGNALS,
  QUEUES,
  BARRIERS,
  CLOSING,
].flatMap((chapter: Chapter) =>
  Object.entries(chapter).flatMap(([rule, programs]) =>
    Object.entries(programs).map(([title, program]) => ({
      rule: Number(rule),
      title,
      program,
    }))
  )
).sort((a, b) => a.rule - b.rule);
