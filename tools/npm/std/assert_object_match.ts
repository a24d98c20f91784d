/**
 * `assertObjectMatch`: does an object hold at least what is expected?
 *
 * @module
 */
import { equal } from "./equal.ts";
import { difference, failWith } from "./failure.ts";

type Fields = Record<PropertyKey, unknown>;

/**
 * Throws unless every property of `expected` is in `actual` too, nested objects
 * and arrays alike; what else `actual` has does not matter.
 *
 * @throws {AssertionError} With the difference between the two, without the
 * properties nobody asked about.
 */
export function assertObjectMatch(
  // deno-lint-ignore no-explicit-any
  actual: Record<PropertyKey, any>,
  expected: Record<PropertyKey, unknown>,
  msg?: string,
): void {
  const asked = restrict(actual, expected, new Map());
  const wanted = restrict(expected, expected, new Map());
  if (equal(asked, wanted)) return;
  failWith("Values are not equal", msg, difference(asked, wanted));
}

// The part of `value` that `shape` speaks about, as plain objects and arrays, so
// that a class instance matches a literal. `seen` closes circles.
function restrict(
  value: unknown,
  shape: unknown,
  seen: Map<unknown, unknown>,
): unknown {
  if (!isContainer(value) || !isContainer(shape)) return value;
  if (Array.isArray(value) !== Array.isArray(shape)) return value;
  const known = seen.get(value);
  if (known) return known;

  const part: Fields = Array.isArray(value) ? [] as unknown as Fields : {};
  seen.set(value, part);
  for (const key of Reflect.ownKeys(shape)) {
    if (key in value) part[key] = restrict(value[key], shape[key], seen);
  }
  return part;
}

// Dates, maps and their like are compared whole.
function isContainer(value: unknown): value is Fields {
  return typeof value === "object" && value !== null &&
    !(value instanceof Date || value instanceof RegExp ||
      value instanceof Map || value instanceof Set ||
      ArrayBuffer.isView(value));
}
