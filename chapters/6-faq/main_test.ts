import { assertEquals } from "@std/assert";
import { main } from "./main.ts";
import { main as native } from "./native.ts";
import { linesOf, timedLinesOf } from "../recording.ts";

Deno.test("three orders wait side by side, and one error stays in its place", () => {
  assertEquals(timedLinesOf(main), [
    "0 Ada orders",
    "0 Bo orders",
    "0 Cy orders",
    "40 Cy is served",
    "60 Ada is served",
    "60 that took 60 ms",
    "60 sorry, out of stock",
    "60 that took 40 ms",
  ]);
});

Deno.test("promises serve the shop in the same order", async () => {
  const lines = timedLinesOf(main).map((line) => line.replace(/^\d+ /, ""));
  assertEquals(await linesOf(native), lines);
});
