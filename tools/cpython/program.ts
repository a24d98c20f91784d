/**
 * Whole Python programs, run in the CPython of `oracle.ts`.
 *
 * @module
 */
import type { TraceEvent } from "../../mod.ts";
import { startOracle } from "./oracle.ts";

/** What became of a Python program. */
export interface PythonRun {
  /** The version of the CPython that ran it: `3.14.2`. */
  readonly version: string;
  /** What its loops told, and what it printed. */
  readonly events: readonly TraceEvent[];
  /** What stood on its error stream, warnings and reports, line by line. */
  readonly complaints: readonly string[];
  /** The traceback of the error it ended with; `null` when it ended well. */
  readonly error: string | null;
}

/**
 * Runs a program as `python3 main.py` would, on virtual time.
 *
 * @param path where it is, for its tracebacks
 * @param source its text
 * @returns what became of it
 */
export async function runPythonProgram(
  path: string,
  source: string,
): Promise<PythonRun> {
  const oracle = await startOracle();
  oracle.addModule(
    "program",
    await Deno.readTextFile(new URL("program.py", import.meta.url)),
  );
  return JSON.parse(
    oracle.call("program", "run", JSON.stringify({ path, source })),
  );
}
