/**
 * When two values are equal: the rule behind `assertEquals`.
 *
 * `fast-equals` walks the values. What it does out of the box differs from
 * `@std/assert` in three places, all levelled here: an object without a
 * prototype equals a plain one (the `groups` of a regular expression match,
 * say), symbol keys count, and a hole in an array is not `undefined`.
 *
 * @module
 */
import { createCustomEqual } from "npm:fast-equals@6.2.2";

type WithSymbols = Record<symbol, unknown>;

const deepEqual = createCustomEqual({
  circular: true,
  strictNullPrototypeComparison: false,
  createCustomConfig: (standard) => ({
    areArraysEqual: (a: unknown[], b: unknown[], state) =>
      Object.keys(a).length === Object.keys(b).length &&
      standard.areArraysEqual(a, b, state),

    areObjectsEqual: (a: WithSymbols, b: WithSymbols, state) => {
      const keys = enumerableSymbols(a);
      return keys.length === enumerableSymbols(b).length &&
        keys.every((key) =>
          key in b && state.equals(a[key], b[key], key, key, a, b, state)
        ) &&
        standard.areObjectsEqual(a, b, state);
    },
  }),
});

/**
 * Whether two values are deeply equal.
 *
 * @param a One value.
 * @param b The other value.
 * @returns `true` when they are equal by structure.
 * @throws {TypeError} For two `WeakMap`s or two `WeakSet`s: nobody can look
 * inside.
 *
 * @example
 * ```ts
 * import { assert, equal } from "@std/assert";
 *
 * assert(equal({ a: [1] }, { a: [1] }));
 * ```
 */
export function equal(a: unknown, b: unknown): boolean {
  for (const type of [WeakMap, WeakSet]) {
    if (a instanceof type && b instanceof type && a !== b) {
      throw new TypeError(`Cannot compare ${type.name} instances`);
    }
  }
  return deepEqual(a, b);
}

function enumerableSymbols(value: object): symbol[] {
  return Object.getOwnPropertySymbols(value).filter((key) =>
    Object.prototype.propertyIsEnumerable.call(value, key)
  );
}
