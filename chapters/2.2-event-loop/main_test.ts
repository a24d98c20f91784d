import { assertEquals } from "@std/assert";
import { main } from "./main.ts";
import { printedBy } from "../recording.ts";

Deno.test("what is asked for soon runs in order, a due timer behind it, what they ask for a pass later", () => {
  const lines = printedBy(main).map(({ pass, time, text }) => [
    pass,
    time,
    text,
  ]);
  assertEquals(lines, [
    [1, 0, "main has asked five times and goes on"],
    [2, 0, "soon"],
    [2, 0, "soon, too"],
    [2, 0, "after 0 ms"],
    [3, 0, "soon, asked by soon"],
    [4, 100, "at 100 ms"],
    [5, 200, "after 200 ms"],
    [7, 300, "main is back"],
  ]);
});
