import { assertEquals } from "@std/assert";
import { main } from "./fail_fast.ts";
import { timedLinesOf } from "../recording.ts";

Deno.test("gather leaves the others at work after an error, a group takes them back", () => {
  // decides 6.4.c
  assertEquals(timedLinesOf(main), [
    "0 gathered",
    "20   20 ms: main hears of it, out of stock",
    "40   40 ms: Cy is served",
    "60   60 ms: Ada is served",
    "120 grouped",
    "140   20 ms: Ada's order is taken back",
    "140   20 ms: Cy's order is taken back",
    "140   20 ms: main hears of it, out of stock",
  ]);
});
