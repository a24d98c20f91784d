import { assertEquals } from "@std/assert";
import { main } from "./blocking.ts";
import { linesOf } from "../recording.ts";

Deno.test("a callback that computes keeps every timer waiting until it returns", async () => {
  // decides 2.2.b
  assertEquals(await linesOf(main), [
    "computing for 40 ms",
    "computed",
    "next in the queue",
    "timer of 5 ms",
    "timer of 10 ms",
    "timer of 15 ms",
    "main slept for 20 ms",
  ]);
});
