import { assertEquals } from "@std/assert";
import { FakeTime } from "@std/testing/time";
import { record } from "./arrows.ts";
import { main } from "./main.ts";
import { main as native } from "./native.ts";
import { linesOf, linesOfPython } from "../recording.ts";

const LINES = [
  "the order is read",
  "the prices are here",
  "another thread computes the bill",
  "the bill is 22",
  "it was computed in this process",
];

Deno.test("a file, a timer and a thread complete one after the other, each when it is asked for", async () => {
  assertEquals(await linesOf(main), LINES);
});

Deno.test("only the download takes time by the loop's clock", async () => {
  const printed = (await record(main)).filter(({ kind }) => kind === "printed");
  assertEquals(printed.map(({ time }) => time), [0, 60, 60, 60, 60]);
});

Deno.test("promises do the same job", async () => {
  using time = new FakeTime(0);
  const lines = linesOf(native);
  await time.tickAsync(60);
  // The file is the host's own: here it may come before the timer or behind it.
  const [first = "", second = "", ...rest] = await lines;
  assertEquals([first, second].sort(), [
    "the order is read",
    "the prices are here",
  ]);
  assertEquals(rest, LINES.slice(2));
});

Deno.test("Python did the same job when it was recorded", async () => {
  assertEquals(await linesOfPython(import.meta, "main"), LINES);
});
