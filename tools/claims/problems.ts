/**
 * How the problems of a ledger are told.
 *
 * @module
 */

import { LEDGER, type Problem } from "./ledger.ts";

/** A problem in the ledger itself. */
export function inLedger(line: number, message: string): Problem {
  return { file: LEDGER, line, message };
}
