/**
 * How a trace shows what a task returned or threw.
 *
 * @module
 */

import { describe } from "./coroutine.ts";

/** A value in at most 60 characters. */
export function brief(value: unknown): string {
  if (value === undefined) return "";
  const text = typeof value === "string"
    ? JSON.stringify(value)
    : value instanceof Error || typeof value !== "object" || value === null
    ? String(value)
    : Array.isArray(value)
    ? `[${value.map(brief).join(", ")}]`
    : describe(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
