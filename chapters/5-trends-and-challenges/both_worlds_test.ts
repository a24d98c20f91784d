import { assertEquals } from "@std/assert";
import { main } from "./both_worlds.ts";
import { timedLinesOf } from "./recording.ts";

Deno.test("one body is driven at once by a function and in time by a coroutine", async () => {
  assertEquals(await timedLinesOf(main), [
    { text: "at once: Ada has 2 orders", time: 0 },
    { text: "in time: Ada has 2 orders", time: 40 },
  ]);
});
