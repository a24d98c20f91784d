import { assertEquals } from "@std/assert";
import { FakeTime } from "@std/testing/time";
import { main } from "./main.ts";
import { main as native } from "./native.ts";
import { linesOf, printedBy, timedLinesOf } from "../recording.ts";

Deno.test("two coroutines take turns, and each finds its loop where it left it", () => {
  // decides 2.3.a
  assertEquals(timedLinesOf(main), [
    "0 a: 1",
    "0 b: 1",
    "20 a: 2",
    "20 b: 2",
    "40 a: 3",
    "40 b: 3",
    "60 a: done",
    "60 b: done",
  ]);
});

Deno.test("two async functions take the same turns", async () => {
  using time = new FakeTime(0);
  const lines = linesOf(native);
  for (let turn = 0; turn < 3; turn++) await time.tickAsync(20);
  assertEquals(await lines, printedBy(main).map(({ text }) => text));
});
