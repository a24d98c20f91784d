import { assertEquals } from "@std/assert";
import { main } from "./in_vain.ts";
import { linesOf } from "../recording.ts";

Deno.test("a function waits for a task in vain, a coroutine does not", async () => {
  // decides 5.e
  assertEquals(await linesOf(main), [
    "a function that waits: nothing, after 50 ms",
    "a coroutine that waits: the result",
  ]);
});
