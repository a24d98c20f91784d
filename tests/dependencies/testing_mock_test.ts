import {
  assertEquals,
  AssertionError,
  assertStrictEquals,
  assertThrows,
} from "@std/assert";
import {
  assertSpyCallArgs,
  assertSpyCalls,
  MockError,
  spy,
  stub,
} from "@std/testing/mock";

class Counter {
  total = 0;
  add(amount: number): number {
    return this.total += amount;
  }
}

Deno.test("a spy without a function remembers calls and returns nothing", () => {
  const watched = spy();
  assertStrictEquals(watched(1, "two"), undefined);
  assertEquals(watched.calls, [{ args: [1, "two"], returned: undefined }]);
});

Deno.test("a spy on a function does what the function does", () => {
  const double = (value: number) => value * 2;
  const watched = spy(double);
  assertStrictEquals(watched(4), 8);
  assertEquals(watched.calls, [{ args: [4], returned: 8 }]);
  assertStrictEquals(watched.original, double);
});

Deno.test("a spy remembers what was thrown and lets it through", () => {
  const error = new Error("thrown");
  const watched = spy(() => {
    throw error;
  });
  assertStrictEquals(assertThrows(() => watched()), error);
  assertStrictEquals(watched.calls[0]?.error, error);
  assertStrictEquals("returned" in watched.calls[0]!, false);
});

Deno.test("a spy on a method remembers what it was called on", () => {
  const counter = new Counter();
  {
    using watched = spy(counter, "add");
    assertStrictEquals(counter.add(3), 3);
    assertEquals(watched.calls[0]?.args, [3]);
    assertStrictEquals(watched.calls[0]?.self, counter);
    assertStrictEquals(watched.restored, false);
  }
  assertStrictEquals(counter.add, Counter.prototype.add);
  assertStrictEquals(Object.hasOwn(counter, "add"), false);
});

Deno.test("a stub does something else until it is restored", () => {
  const counter = new Counter();
  const replaced = stub(counter, "add", (amount) => -amount);
  assertStrictEquals(counter.add(3), -3);
  assertStrictEquals(counter.total, 0);
  assertStrictEquals(replaced.original, Counter.prototype.add);
  assertStrictEquals(replaced.fake.call(counter, 1), -1);
  replaced.restore();
  assertStrictEquals(replaced.restored, true);
  assertStrictEquals(counter.add(3), 3);
});

Deno.test("a stub without a function does nothing", () => {
  const counter = new Counter();
  using replaced = stub(counter, "add");
  assertStrictEquals(counter.add(3), undefined);
  assertSpyCalls(replaced, 1);
});

Deno.test("an own method comes back as it was", () => {
  const target = { greet: () => "hello" };
  const before = Object.getOwnPropertyDescriptor(target, "greet");
  stub(target, "greet", () => "bye").restore();
  assertEquals(Object.getOwnPropertyDescriptor(target, "greet"), before);
});

Deno.test("what cannot be spied on or restored says so", () => {
  const counter = new Counter();
  const field = "total" as unknown as "add";
  assertThrows(() => spy(counter, field), MockError, "not an instance method");
  const watched = spy(counter, "add");
  assertThrows(() => spy(counter, "add"), MockError, "already spying");
  assertThrows(() => stub(counter, "add"), MockError, "already spying");
  watched.restore();
  assertThrows(() => watched.restore(), MockError, "already restored");
  assertThrows(() => spy(() => 1).restore(), MockError, "cannot be restored");
  const sealed = Object.freeze({ run: () => 1 });
  assertThrows(() => spy(sealed, "run"), MockError, "non-configurable");
});

Deno.test("assertSpyCalls() counts", () => {
  const watched = spy((value: number) => value);
  watched(1);
  assertSpyCalls(watched, 1);
  assertThrows(
    () => assertSpyCalls(watched, 2),
    AssertionError,
    "Spy not called as much as expected",
  );
  assertThrows(
    () => assertSpyCalls(watched, 0),
    AssertionError,
    "Spy called more than expected",
  );
});

Deno.test("assertSpyCallArgs() compares the arguments of one call", () => {
  const watched = spy((list: number[]) => list.length);
  watched([1, 2]);
  assertEquals(assertSpyCallArgs(watched, 0, [[1, 2]]), [[1, 2]]);
  assertThrows(
    () => assertSpyCallArgs(watched, 0, [[1]]),
    AssertionError,
    "Values are not equal",
  );
  assertThrows(
    () => assertSpyCallArgs(watched, 1, [[1]]),
    AssertionError,
    "Spy not called as much as expected",
  );
});
