import { assertEquals, assertThrows } from "@std/assert";
import { summarize } from "../../benches/statistics.ts";

Deno.test("summarize() gives the median and the quartiles, whatever the order", () => {
  assertEquals(summarize([5, 1, 4, 2, 3]), { median: 3, lower: 2, upper: 4 });
});

Deno.test("summarize() takes the middle between two neighbors", () => {
  assertEquals(summarize([1, 2, 3, 4]), {
    median: 2.5,
    lower: 1.75,
    upper: 3.25,
  });
});

Deno.test("summarize() of one value has no spread", () => {
  assertEquals(summarize([7]), { median: 7, lower: 7, upper: 7 });
});

Deno.test("summarize() is not moved by one wild value, as a mean would be", () => {
  assertEquals(summarize([2, 2, 2, 2, 1000]).median, 2);
});

Deno.test("summarize() sorts by value, not by spelling", () => {
  assertEquals(summarize([100, 20, 3]).median, 20);
});

Deno.test("summarize() leaves the measurements as they were", () => {
  const values = [3, 1, 2];
  summarize(values);
  assertEquals(values, [3, 1, 2]);
});

Deno.test("summarize() of nothing throws and says why", () => {
  assertThrows(
    () => summarize([]),
    RangeError,
    "Nothing was measured; at least one round is needed",
  );
});
