/**
 * What CPython did with the programs: written by `deno task conform --record`.
 *
 * @module
 */

import type { Recorded } from "./program.ts";
import recorded from "./recorded.json" with { type: "json" };

/** The record. */
export const RECORDED: Recorded = recorded as unknown as Recorded;
