import { assertStrictEquals, assertThrows, equal } from "@std/assert";

const groups = /(?<year>\d+)/.exec("in 1991")?.groups;
const circle: Record<string, unknown> = { name: "o" };
circle.self = circle;
const sameCircle: Record<string, unknown> = { name: "o" };
sameCircle.self = sameCircle;
const key = Symbol("key");
class Point {
  x: number;
  constructor(x: number) {
    this.x = x;
  }
}
class Dot {
  x: number;
  constructor(x: number) {
    this.x = x;
  }
}

const pairs: [what: string, a: unknown, b: unknown, equal: boolean][] = [
  ["NaN and NaN", NaN, NaN, true],
  ["0 and -0", 0, -0, true],
  ["nested 0 and -0", [0], [-0], true],
  ["1 and '1'", 1, "1", false],
  ["null and undefined", null, undefined, false],
  ["null and {}", null, {}, false],
  ["bigints", 1n, 1n, true],
  ["a bigint and a number", 1n, 1, false],
  ["keys in another order", { a: 1, b: 2 }, { b: 2, a: 1 }, true],
  ["a key more", { a: 1 }, { a: 1, b: 2 }, false],
  ["undefined and no key", { a: undefined }, {}, false],
  ["other keys", { a: undefined }, { b: undefined }, false],
  ["symbol keys", { [key]: 1 }, { [key]: 1 }, true],
  ["symbol keys that differ", { [key]: 1 }, { [key]: 2 }, false],
  ["a symbol key more", { [key]: 1 }, {}, false],
  ["no prototype", groups, { year: "1991" }, true],
  ["frozen and not", Object.freeze({ a: 1 }), { a: 1 }, true],
  ["arrays", [1, [2]], [1, [2]], true],
  ["arrays of other length", [1], [1, 2], false],
  ["a hole and undefined", [, 1], [undefined, 1], false],
  ["an array and an object", [], {}, false],
  ["dates", new Date(5), new Date(5), true],
  ["dates that differ", new Date(5), new Date(6), false],
  ["patterns", /a/g, /a/g, true],
  ["patterns with other flags", /a/g, /a/, false],
  ["URLs", new URL("x:/a"), new URL("x:/a"), true],
  ["URLs that differ", new URL("x:/a"), new URL("x:/b"), false],
  ["bytes", new Uint8Array([1, 2]), new Uint8Array([1, 2]), true],
  ["bytes that differ", new Uint8Array([1]), new Uint8Array([2]), false],
  ["other typed arrays", new Uint8Array([1]), new Int8Array([1]), false],
  ["buffers", new Uint8Array([1]).buffer, new Uint8Array([1]).buffer, true],
  [
    "buffers that differ",
    new Uint8Array([1]).buffer,
    new Uint8Array([2]).buffer,
    false,
  ],
  ["sets", new Set([1, { a: 2 }]), new Set([1, { a: 2 }]), true],
  ["sets in another order", new Set([1, 2]), new Set([2, 1]), true],
  ["sets that differ", new Set([1]), new Set([2]), false],
  ["maps", new Map([[{ a: 1 }, [2]]]), new Map([[{ a: 1 }, [2]]]), true],
  ["maps that differ", new Map([["a", 1]]), new Map([["a", 2]]), false],
  ["instances", new Point(1), new Point(1), true],
  ["instances that differ", new Point(1), new Point(2), false],
  ["instances of other classes", new Point(1), new Dot(1), false],
  ["an instance and a literal", new Point(1), { x: 1 }, false],
  ["errors that differ", new Error("a"), new Error("b"), false],
  ["errors of other classes", new TypeError("a"), new Error("a"), false],
  ["functions", () => 1, () => 1, false],
  ["circles", circle, sameCircle, true],
  ["circles that differ", circle, { name: "o", self: 1 }, false],
];

for (const [what, a, b, expected] of pairs) {
  Deno.test(`equal() takes ${what} for ${expected ? "equal" : "different"}`, () => {
    assertStrictEquals(equal(a, b), expected);
    assertStrictEquals(equal(b, a), expected);
  });
}

Deno.test("equal() refuses to compare what nobody can look into", () => {
  assertThrows(() => equal(new WeakMap(), new WeakMap()), TypeError, "WeakMap");
  assertThrows(() => equal(new WeakSet(), new WeakSet()), TypeError, "WeakSet");
});
