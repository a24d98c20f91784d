/**
 * The errors of runs that failed without anybody throwing one.
 *
 * They are made when somebody wants to read them: of a million runs that fail,
 * one is told.
 *
 * @module
 */

import { LeakError } from "./leaks.ts";
import { textOf } from "./outcome.ts";
import type { Pending } from "./pending.ts";

/** For a run that took too many decisions. */
export function stepsError(steps: number): Error {
  return new Error(
    `Run is not over after ${steps} decisions; it may go round for ever, or needs a higher limit: steps`,
  );
}

/** For a body that is done and has left something pending. */
export function leakError(pending: readonly Pending[]): Error {
  const leaks = pending.map((completion) => ({
    kind: completion.kind === "timer" ? "timer" as const : "promise" as const,
    label: completion.describe(),
    origin: [],
  }));
  return new LeakError(leaks, "explore()");
}

/** For what was thrown, whatever it is. */
export function errorOf(thrown: unknown): Error {
  if (thrown instanceof Error) return thrown;
  return new Error(
    `Something was thrown that is no error: ${textOf(thrown)}`,
    { cause: thrown },
  );
}
