/**
 * Runs a program on a loop that may throw, or never come back.
 *
 * @module
 */

import type { Adapter } from "./adapter.ts";
import { Interpreter } from "./interpreter.ts";
import { OutOfTime } from "./in_time.ts";
import type { Program } from "./program.ts";

/** What became of a run. */
export interface Run {
  /** What the program said: `<milliseconds> <who> <text>`. */
  readonly lines: readonly string[];
  /** What went wrong outside of the program, `null` for nothing. */
  readonly problem: string | null;
}

/**
 * Runs a program.
 *
 * @param adapter the loop; it has the operations that the program needs
 * @param program the program
 * @returns what it said, and what went wrong
 */
export async function runProgram(
  adapter: Adapter,
  program: Program,
): Promise<Run> {
  let interpreter: Interpreter | undefined;
  let problem: string | null = null;
  try {
    interpreter = new Interpreter(adapter, program);
    await interpreter.runScript();
  } catch (error) {
    problem = describe(error);
  }
  interpreter?.giveUp();
  return {
    lines: interpreter?.lines ?? [],
    problem: interpreter?.complaint ?? problem,
  };
}

function describe(error: unknown): string {
  if (error instanceof OutOfTime) return error.message;
  if (!(error instanceof Error)) return `The loop threw ${String(error)}`;
  return `The loop threw ${error.name}: ${error.message}`;
}
