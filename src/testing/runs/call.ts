/**
 * Calls of wrapped functions: how they are written and how they fail.
 *
 * @module
 */

import { textOf } from "./outcome.ts";
import type { Call } from "./world.ts";

const LONGEST_ARGUMENTS = 40;

/** A call as code: `db.insert("a")`. */
export function callLabel({ label, args }: Call): string {
  const text = args.map(textOf).join(", ");
  return `${label}(${
    text.length > LONGEST_ARGUMENTS
      ? `${text.slice(0, LONGEST_ARGUMENTS - 1)}…`
      : text
  })`;
}

/** The fault itself, where it is given as a function that makes or throws it. */
export function madeBy(fault: unknown): unknown {
  if (typeof fault !== "function") return fault;
  try {
    return fault();
  } catch (error) {
    return error;
  }
}

/** What is thrown when a fault strikes. */
export function thrownBy(fault: unknown): unknown {
  return typeof fault === "string" ? new Error(fault) : fault;
}
