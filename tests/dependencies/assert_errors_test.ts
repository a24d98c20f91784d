import {
  assertEquals,
  AssertionError,
  assertRejects,
  assertStrictEquals,
  assertThrows,
} from "@std/assert";

const failing = () => {
  throw new RangeError("too \x1b[31mfar\x1b[39m");
};
const throwing = (value: unknown) => () => {
  throw value;
};
const rejecting = (value: unknown) => () => Promise.reject(value);

/** What an assertion says when it fails, or that it does not. */
async function verdict(assertion: () => unknown): Promise<string> {
  try {
    await assertion();
  } catch (error) {
    if (error instanceof AssertionError) return error.message;
    throw error;
  }
  return "The assertion holds";
}

Deno.test("assertThrows() returns the very error", () => {
  const error = new RangeError("too far");
  assertStrictEquals(assertThrows(throwing(error)), error);
  const typed: RangeError = assertThrows(throwing(error), RangeError, "far");
  assertStrictEquals(typed, error);
});

Deno.test("assertThrows() without a class takes anything thrown", () => {
  assertStrictEquals(assertThrows(throwing("text")), "text");
  assertStrictEquals(assertThrows(throwing(undefined)), undefined);
});

Deno.test("assertThrows() takes a subclass and looks past colors", () => {
  assertThrows(failing, Error, "too far");
  assertThrows(failing, Error, "");
});

Deno.test("assertThrows() says how the error differs", async () => {
  assertEquals(
    await verdict(() => assertThrows(() => 1)),
    "Expected function to throw.",
  );
  assertEquals(
    await verdict(() => assertThrows(() => 1, "why")),
    "Expected function to throw: why",
  );
  assertEquals(
    await verdict(() => assertThrows(() => 1, Error, "part", "why")),
    "Expected function to throw: why",
  );
  assertEquals(
    await verdict(() => assertThrows(failing, TypeError)),
    'Expected error to be instance of "TypeError", but was "RangeError".',
  );
  assertEquals(
    await verdict(() =>
      assertThrows(throwing(new Error("far")), Error, "near", "why")
    ),
    'Expected error message to include "near", but got "far": why',
  );
  assertEquals(
    await verdict(() => assertThrows(throwing("text"), Error)),
    "A non-Error object was thrown.",
  );
});

Deno.test("assertRejects() returns the very error", async () => {
  const error = new RangeError("too far");
  assertStrictEquals(await assertRejects(rejecting(error)), error);
  const typed: RangeError = await assertRejects(
    rejecting(error),
    RangeError,
    "far",
  );
  assertStrictEquals(typed, error);
});

Deno.test("assertRejects() takes any thenable", async () => {
  const thenable: PromiseLike<never> = {
    then: (_, reject) => Promise.reject(new Error("late")).then(null, reject),
  };
  await assertRejects(() => thenable, Error, "late");
});

Deno.test("assertRejects() says how the rejection differs", async () => {
  assertEquals(
    await verdict(() => assertRejects(() => Promise.resolve(1), "why")),
    "Expected function to reject: why",
  );
  assertEquals(
    await verdict(() => assertRejects(throwing(new Error()))),
    "Function throws when expected to reject.",
  );
  assertEquals(
    await verdict(() => assertRejects(() => 1 as unknown as Promise<number>)),
    "Function throws when expected to reject.",
  );
  assertEquals(
    await verdict(() => assertRejects(rejecting(new Error("x")), TypeError)),
    'Expected error to be instance of "TypeError", but was "Error".',
  );
  assertEquals(
    await verdict(() => assertRejects(rejecting("text"), Error)),
    "A non-Error object was rejected.",
  );
});
