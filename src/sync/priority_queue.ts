/**
 * A queue that gives the least item first.
 *
 * @module
 */

import { type Items, LeastItems } from "./items.ts";
import { Queue } from "./queue.ts";

/**
 * A queue that gives the least item first, as `asyncio.PriorityQueue`. Arrays are
 * compared element by element, as Python compares tuples: `[2, "text"]`.
 *
 * @example
 * ```ts
 * import { PriorityQueue, runSync } from "@loopbook/loopbook";
 * import { assertEquals } from "@std/assert";
 *
 * function* main() {
 *   const queue = new PriorityQueue<[number, string]>();
 *   queue.putNowait([2, "later"]);
 *   queue.putNowait([1, "first"]);
 *   return (yield* queue.get())[1];
 * }
 * assertEquals(runSync(main), "first");
 * ```
 *
 * @see https://docs.python.org/3/library/asyncio-queue.html#asyncio.PriorityQueue
 */
export class PriorityQueue<T> extends Queue<T> {
  /** @internal */
  override _makeItems(): Items<T> {
    return new LeastItems<T>(isLess);
  }
}

/** Python's `<` for numbers, strings and tuples of them. */
function isLess(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) {
    return ordered(a) < ordered(b);
  }
  for (let i = 0; i < a.length && i < b.length; i++) {
    if (isLess(a[i], b[i])) return true;
    if (isLess(b[i], a[i])) return false;
  }
  return a.length < b.length;
}

/** What `<` can compare: it has no order for other objects, and for NaN. */
function ordered(value: unknown): number {
  if (typeof value !== "string" && Number.isNaN(Number(value))) {
    throw new TypeError(
      "PriorityQueue cannot order these items; put numbers, strings, or arrays that begin with one: [priority, count, item]",
    );
  }
  return value as number;
}
