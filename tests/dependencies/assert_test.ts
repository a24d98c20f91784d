import {
  assert,
  assertAlmostEquals,
  assertArrayIncludes,
  assertEquals,
  assertExists,
  assertFalse,
  assertGreater,
  assertGreaterOrEqual,
  assertInstanceOf,
  AssertionError,
  assertLess,
  assertLessOrEqual,
  assertMatch,
  assertNotEquals,
  assertNotStrictEquals,
  assertObjectMatch,
  assertStrictEquals,
  assertStringIncludes,
  fail,
  unreachable,
} from "@std/assert";

/** Calls the assertion and returns the message it fails with. */
function failureOf(assertion: () => void): string {
  try {
    assertion();
  } catch (error) {
    if (error instanceof AssertionError) return error.message;
    throw error;
  }
  throw new Error("The assertion should have failed and did not");
}

Deno.test("AssertionError has a name, a message and a cause", () => {
  const error = new AssertionError("what", { cause: 7 });
  if (
    error.name !== "AssertionError" || error.message !== "what" ||
    error.cause !== 7 || !(error instanceof Error)
  ) throw new Error(Deno.inspect(error));
});

Deno.test("assert() takes what is truthy and narrows the type", () => {
  const value: string | undefined = ["text"][0];
  assert(value);
  value.toUpperCase();
  for (const falsy of [false, 0, "", null, undefined, NaN]) {
    if (failureOf(() => assert(falsy, "why")) !== "why") fail(`${falsy}`);
  }
});

Deno.test("assertFalse() takes what is falsy", () => {
  for (const falsy of [false, 0, "", null, undefined]) assertFalse(falsy);
  assertStrictEquals(failureOf(() => assertFalse(1, "why")), "why");
});

Deno.test("assertStrictEquals() asks for the same value", () => {
  const one = { a: 1 };
  assertStrictEquals(one, one);
  assertStrictEquals(NaN, NaN);
  failureOf(() => assertStrictEquals<number>(0, -0));
  assertStringIncludes(
    failureOf(() => assertStrictEquals(one, { a: 1 }, "why")),
    "Values have the same structure but are not reference-equal: why",
  );
  assertStringIncludes(
    failureOf(() => assertStrictEquals<number>(1, 2, "why")),
    "Values are not strictly equal: why",
  );
});

Deno.test("assertNotStrictEquals() asks for another value", () => {
  assertNotStrictEquals({}, {});
  assertNotStrictEquals(0, -0);
  assertStringIncludes(
    failureOf(() => assertNotStrictEquals(1, 1, "why")),
    "not be strictly equal to: 1: why",
  );
});

Deno.test("assertEquals() shows what differs, line by line", () => {
  const message = failureOf(() =>
    assertEquals({ a: 1, list: ["x", "y"] }, { a: 1, list: ["x", "z"] }, "why")
  );
  assertStringIncludes(message, "Values are not equal: why\n");
  assertStringIncludes(message, "[Diff]");
  assertMatch(message, /-\s+"y",/);
  assertMatch(message, /\+\s+"z",/);
  assertMatch(message, /\n[^-+\n]*"x",/);
});

Deno.test("assertEquals() ends its first line with a full stop without a note", () => {
  assertMatch(
    failureOf(() => assertEquals<number>(1, 2)),
    /^Values are not equal\.\n/,
  );
});

Deno.test("assertEquals() compares long text line by line", () => {
  const message = failureOf(() => assertEquals("one\ntwo\n", "one\n2\n"));
  assertMatch(message, /-\s+.*two/);
  assertMatch(message, /\+\s+.*2/);
});

Deno.test("assertNotEquals() asks for a difference", () => {
  assertNotEquals({ a: 1 }, { a: 2 });
  assertMatch(
    failureOf(() => assertNotEquals([1], [1], "why")),
    /^Expected actual: \[[^\]]*\] not to be: \[[^\]]*\]: why$/,
  );
});

Deno.test("assertAlmostEquals() allows a ten-millionth, or the tolerance", () => {
  assertAlmostEquals(0.1 + 0.2, 0.3);
  assertAlmostEquals(10, 11, 1);
  assertAlmostEquals(Infinity, Infinity);
  assertStringIncludes(
    failureOf(() => assertAlmostEquals(1, 1.001, undefined, "why")),
    "to be close to",
  );
  assertStringIncludes(
    failureOf(() => assertAlmostEquals(10, 12, 1, "why")),
    ": why",
  );
});

Deno.test("the four comparisons keep their borders", () => {
  assertGreater(2, 1);
  assertGreaterOrEqual(2, 2);
  assertLess(1, 2);
  assertLessOrEqual(2, 2);
  assertStrictEquals(failureOf(() => assertGreater(1, 1)), "Expect 1 > 1");
  assertStrictEquals(
    failureOf(() => assertGreaterOrEqual(1, 2)),
    "Expect 1 >= 2",
  );
  assertStrictEquals(failureOf(() => assertLess(1, 1)), "Expect 1 < 1");
  assertStrictEquals(
    failureOf(() => assertLessOrEqual(2, 1)),
    "Expect 2 <= 1",
  );
  assertStrictEquals(failureOf(() => assertLess(2, 1, "why")), "why");
});

Deno.test("assertExists() takes all but null and undefined", () => {
  const value: string | undefined = [""][0];
  assertExists(value);
  value.toUpperCase();
  assertExists(0);
  assertMatch(failureOf(() => assertExists(null, "why")), /"null".*: why$/);
  assertMatch(failureOf(() => assertExists(undefined)), /"undefined".*\.$/);
});

Deno.test("assertInstanceOf() narrows the type and names what it found", () => {
  const value: unknown = new Date(0);
  assertInstanceOf(value, Date);
  value.getTime();
  assertMatch(
    failureOf(() => assertInstanceOf(new Map(), Date, "why")),
    /"Date".*"Map": why$/,
  );
  assertMatch(failureOf(() => assertInstanceOf(null, Date)), /"null"/);
  assertMatch(failureOf(() => assertInstanceOf("x", Date)), /"string"/);
});

Deno.test("assertStringIncludes() looks for a part", () => {
  assertStringIncludes("event loop", "loop");
  assertMatch(
    failureOf(() => assertStringIncludes("event", "loop", "why")),
    /"event".*"loop": why$/,
  );
});

Deno.test("assertMatch() looks for a pattern", () => {
  assertMatch("event loop", /^e.*p$/);
  assertMatch(
    failureOf(() => assertMatch("event", /loop/, "why")),
    /"event".*"\/loop\/": why$/,
  );
});

Deno.test("assertArrayIncludes() compares deeply and names what is missing", () => {
  assertArrayIncludes([1, { a: 2 }, 3], [{ a: 2 }, 1]);
  assertArrayIncludes(new Uint8Array([1, 2]), new Uint8Array([2]));
  assertMatch(
    failureOf(() => assertArrayIncludes([1, 2], [2, 7], "why")),
    /: why\nmissing: \[\s*7,?\s*\]$/,
  );
});

const circle: Record<string, unknown> = { name: "o" };
circle.self = circle;
const sameCircle: Record<string, unknown> = { name: "o" };
sameCircle.self = sameCircle;

class Point {
  x: number;
  constructor(x: number) {
    this.x = x;
  }
}

Deno.test("assertObjectMatch() looks only at what is expected", () => {
  const actual = {
    name: "loop",
    at: new Date(5),
    pattern: /a/,
    inner: { a: 1, b: 2 },
    list: [{ id: 1, more: true }, { id: 2, more: true }],
    point: new Point(3),
  };
  assertObjectMatch(actual, {
    name: "loop",
    at: new Date(5),
    pattern: /a/,
    inner: { b: 2 },
    list: [{ id: 1 }, { id: 2 }],
    point: { x: 3 },
  });
  assertStringIncludes(
    failureOf(() => assertObjectMatch(actual, { inner: { b: 3 } }, "why")),
    "Values are not equal: why",
  );
  failureOf(() => assertObjectMatch(actual, { absent: 1 }));
  failureOf(() => assertObjectMatch(actual, { at: new Date(6) }));
  failureOf(() => assertObjectMatch(actual, { pattern: /b/ }));
  failureOf(() => assertObjectMatch(actual, { list: [{ id: 1 }, { id: 3 }] }));
});

Deno.test("assertObjectMatch() follows circles", () => {
  assertObjectMatch(circle, sameCircle);
  failureOf(() => assertObjectMatch(circle, { self: { name: "x" } }));
});

Deno.test("fail() and unreachable() always fail", () => {
  assertStrictEquals(failureOf(() => fail()), "Failed assertion.");
  assertStrictEquals(failureOf(() => fail("why")), "Failed assertion: why");
  assertStrictEquals(failureOf(() => unreachable()), "Unreachable.");
  assertStrictEquals(failureOf(() => unreachable("why")), "Unreachable: why");
});
