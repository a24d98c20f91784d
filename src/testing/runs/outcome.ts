/**
 * How a run came out, as a text: equal texts are equal outcomes.
 *
 * Outcomes are compared among a million runs, so they are texts and not values;
 * and by structure, since two runs never return the same object.
 *
 * @module
 */

import type { FailureKind } from "./run_outcome.ts";

/**
 * Puts an outcome into words.
 *
 * @param failed in which way the run failed, `null` for not
 * @param value what the body returned, or what went wrong
 * @returns the text
 */
export function outcomeOf(failed: FailureKind | null, value: unknown): string {
  switch (failed) {
    case null:
      return value === undefined ? "returned" : `returned ${textOf(value)}`;
    case "violation":
      return `violation: ${value}`;
    case "error":
    case "rejection":
      return `${failed}: ${textOf(value)}`;
    default:
      return failed;
  }
}

/**
 * A value as a text that tells different structures apart.
 *
 * @param value any value
 * @returns the text
 */
export function textOf(value: unknown): string {
  return write(value, []);
}

function write(value: unknown, outside: readonly object[]): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "function") return `function ${value.name}`;
  if (typeof value !== "object" || value === null) {
    return Object.is(value, -0) ? "-0" : String(value);
  }
  if (outside.includes(value)) return `↑${outside.indexOf(value)}`;
  return writeObject(value, [...outside, value]);
}

function writeObject(value: object, path: readonly object[]): string {
  const all = (values: Iterable<unknown>) =>
    Array.from(values, (each) => write(each, path)).join(", ");
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (Array.isArray(value)) return `[${all(value)}]`;
  if (value instanceof Date) return `Date ${value.getTime()}`;
  if (value instanceof Set) return `Set {${all(value)}}`;
  if (value instanceof Map) return `Map {${all(value)}}`;
  const name = Object.getPrototypeOf(value)?.constructor?.name ?? "";
  const fields = Object.entries(value).map(([key, each]) =>
    `${key}: ${write(each, path)}`
  );
  return `${name === "Object" ? "" : `${name} `}{${fields.join(", ")}}`;
}
