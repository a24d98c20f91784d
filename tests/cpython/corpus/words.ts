/**
 * What the programs of the corpus share, and how one is run.
 *
 * @module
 */
import type { Coroutine } from "../../../mod.ts";
import {
  type Library,
  record,
  type Tape,
} from "../../../tools/cpython/tape.ts";

export { Boom } from "../../../tools/cpython/tape.ts";

/** A program: what a file of the corpus exports. */
export interface Program {
  main(): Coroutine<unknown>;
}

let tape: Tape;

/** Writes a line on the tape of the program that runs. */
export function log(...values: unknown[]): void {
  tape.log(...values);
}

/** Runs a program's `main()` and gives the tape's lines. */
export function run(library: Library, program: Program): string[] {
  // Without an end a mutant's program would fill the memory.
  return record(library, (newTape) => {
    tape = newTape;
    return program.main();
  }, { longest: 2000 });
}
