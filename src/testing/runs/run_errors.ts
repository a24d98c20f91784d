/**
 * The errors of runs that failed without anybody throwing one.
 *
 * They are made when somebody wants to read them: of a million runs that fail,
 * one is told.
 *
 * @module
 */

import type { HostWork } from "../virtual/host_watch.ts";
import { type Leak, LeakError } from "../virtual/leaks.ts";
import { originOf } from "../host/origins.ts";
import { textOf } from "./outcome.ts";
import type { Pending } from "../schedules/pending.ts";
import type { Recorder } from "./recorder.ts";

/**
 * For a condition that does not hold. Its stack begins where the user's code is,
 * not in the kit.
 */
export function violationError(message: string): Error {
  const error = new Error(message);
  const [first] = originOf(error);
  const lines = error.stack?.split("\n") ?? [];
  const place = lines.findIndex((line) => line.trim() === first);
  if (place > 1) error.stack = [lines[0], ...lines.slice(place)].join("\n");
  return error;
}

/** For a run that took too many decisions. */
export function stepsError(steps: number): Error {
  return new Error(
    `Run is not over after ${steps} decisions; it may go round for ever, or needs a higher limit: steps`,
  );
}

/**
 * For a body that is done and has left something pending.
 *
 * @param pending what it has left
 * @param tasks what it has left that is not pending
 * @param recorder knows where that was made
 */
export function leakError(
  pending: readonly Pending[],
  tasks: readonly Leak[],
  recorder: Recorder | null,
): Error {
  const leaks = pending.map((completion) => {
    const place = recorder?.placeOf(completion);
    return {
      kind: completion.kind === "timer" ? "timer" as const : "promise" as const,
      label: completion.describe(),
      origin: place ? [`at ${place}`] : [],
    };
  });
  return new LeakError([...leaks, ...tasks], "explore()");
}

/**
 * For a body that goes on when its schedule has nothing for it.
 *
 * @param work what the host still does for it, as far as it says so
 */
export function realIo(work: readonly HostWork[] = []): Error {
  const lines = work.map(({ name, origin }) =>
    [`  ${name}`, ...origin.map((line) => `      ${line}`)].join("\n")
  );
  return new Error(
    [
      "Body waits for something real, which no schedule delivers; let it go through io()",
      ...lines,
    ].join("\n"),
  );
}

/** For what was thrown, whatever it is. */
export function errorOf(thrown: unknown): Error {
  if (thrown instanceof Error) return thrown;
  return new Error(
    `Something was thrown that is no error: ${textOf(thrown)}`,
    { cause: thrown },
  );
}
