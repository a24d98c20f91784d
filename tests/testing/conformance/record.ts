/**
 * Records the suite: writes each program out as Python, runs it in CPython, and
 * keeps what it said.
 *
 * @module
 */
import type { Recorded } from "../../../src/testing/conformance/program.ts";
import { PYTHON } from "../../../src/testing/conformance/python.ts";
import { write } from "../../../src/testing/conformance/source.ts";
import { startOracle } from "../../../tools/cpython/oracle.ts";
import { PROGRAMS } from "./programs/programs.ts";

/** Where the record is kept. */
export const RECORD = new URL(
  "../../../src/testing/conformance/recorded.json",
  import.meta.url,
);

/**
 * Runs every program in CPython.
 *
 * @returns the record as it should be now
 */
export async function recordAll(): Promise<Recorded> {
  const oracle = await startOracle();
  const words = new URL("words.py", import.meta.url);
  oracle.addModule("conformance_words", await Deno.readTextFile(words));
  return {
    python: oracle.call("conformance_words", "version", ""),
    cases: PROGRAMS.map(({ rule, title, program }) => {
      const source = write(program, PYTHON);
      try {
        const lines = oracle.call("conformance_words", "record", source);
        return { rule, title, program, expected: JSON.parse(lines) };
      } catch (error) {
        throw new Error(`CPython could not run "${title}":\n${source}`, {
          cause: error,
        });
      }
    }),
  };
}

/**
 * The text of the record: a line for each case.
 *
 * @param recorded the record
 * @returns JSON
 */
export function toText({ python, cases }: Recorded): string {
  const lines = cases.map((each) => JSON.stringify(each)).join(",\n");
  return `{"python":${JSON.stringify(python)},"cases":[\n${lines}\n]}\n`;
}
