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
import { CALLBACKS } from "./callbacks.ts";
import { CANCELLATION } from "./cancellation.ts";
import { CLOSING } from "./closing.ts";
import { COMBINATORS } from "./combinators.ts";
import { FUTURES } from "./futures.ts";
import { SYNCHRONIZATION } from "./synchronization.ts";
import { TASKS } from "./tasks.ts";

/** A program and what it is about. */
export interface Titled {
  readonly rule: number;
  readonly title: string;
  readonly program: Program;
}

/** Titles and programs of a rule. */
export type Chapter = Readonly<
  Record<number, Readonly<Record<string, Program>>>
>;

/** All programs, by rule. */
export const PROGRAMS: readonly Titled[] = [
  CALLBACKS,
  FUTURES,
  TASKS,
  CANCELLATION,
  COMBINATORS,
  SYNCHRONIZATION,
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
