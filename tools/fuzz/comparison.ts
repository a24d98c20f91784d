/**
 * The same programs here and in CPython.
 *
 * @module
 */
import * as ours from "../../mod.ts";
import { startOracle } from "../cpython/oracle.ts";
import type { Library } from "../cpython/tape.ts";
import { interpret } from "./interpret.ts";
import { Journal } from "./journal.ts";
import type { Program } from "./program.ts";

/** What became of a program on both sides. */
export interface Comparison {
  readonly program: Program;
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
  readonly journal: Journal;
  /** The first line that differs, from 0; -1 when the tapes are equal. */
  readonly differsAt: number;
}

/** A program that writes more lines than this runs on a loop with a bug. */
const LONGEST_TAPE = 20_000;

/**
 * Runs programs in CPython.
 *
 * @param programs the programs
 * @returns the lines of each one's tape
 */
export async function runInCPython(
  programs: readonly Program[],
): Promise<string[][]> {
  const oracle = await startOracle();
  for (const name of ["fuzz_world", "interpret"]) {
    oracle.addModule(
      name,
      await Deno.readTextFile(new URL(`${name}.py`, import.meta.url)),
    );
  }
  return JSON.parse(
    oracle.call("interpret", "run_batch", JSON.stringify(programs)),
  );
}

/**
 * Runs programs on both sides, ours twice: with a trace, and without one, since
 * a loop that is watched runs other code.
 *
 * @param programs the programs
 * @param library our side, or a copy of it with a bug
 * @returns what became of each
 */
export async function compare(
  programs: readonly Program[],
  library: Library = ours,
): Promise<Comparison[]> {
  const tapes = await runInCPython(programs);
  return programs.map((program, index) => {
    const journal = new Journal();
    const theirs = tapes[index]!;
    const traced = interpret(library, program, {
      journal,
      longest: LONGEST_TAPE,
    });
    const differsAt = firstDifference(traced, theirs);
    if (differsAt >= 0) {
      return { program, ours: traced, theirs, journal, differsAt };
    }
    const untraced = interpret(library, program, {
      traced: false,
      longest: LONGEST_TAPE,
    }).map(withoutPass);
    const heard = traced.filter(isSaid).map(withoutPass);
    return {
      program,
      ours: untraced,
      theirs: heard,
      journal,
      differsAt: firstDifference(untraced, heard),
    };
  });
}

/** The first index at which two lists differ, -1 for none. */
export function firstDifference(
  a: readonly string[],
  b: readonly string[],
): number {
  const longer = a.length > b.length ? a : b;
  return longer.findIndex((_, index) => a[index] !== b[index]);
}

/** Whether a line was said by the program, not heard from the loop's trace. */
function isSaid(line: string): boolean {
  return /^\S+ \d+ [|!=]/.test(line);
}

function withoutPass(line: string): string {
  return line.replace(/^(\S+) \d+ /, "$1 ");
}
