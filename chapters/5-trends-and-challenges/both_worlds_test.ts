import { assertEquals } from "@std/assert";
import { main } from "./both_worlds.ts";
import { timedLinesOf } from "../recording.ts";

Deno.test("one body is driven at once by a function and in time by a coroutine", () => {
  assertEquals(timedLinesOf(main), [
    "0 at once: Ada has 2 orders",
    "40 in time: Ada has 2 orders",
  ]);
});
