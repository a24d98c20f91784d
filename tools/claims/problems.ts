/**
 * How the problems of a ledger are told.
 *
 * @module
 */

import { nearest } from "../nearest.ts";
import { LEDGER, type Problem } from "./ledger.ts";

/** A problem in the ledger itself. */
export function inLedger(line: number, message: string): Problem {
  return { file: LEDGER, line, message };
}

/** The end of a message that knows what was meant; `undefined` without. */
export function near(
  word: string,
  words: readonly string[],
): string | undefined {
  const found = nearest(word, words);
  return found === undefined ? undefined : `; did you mean "${found}"?`;
}
