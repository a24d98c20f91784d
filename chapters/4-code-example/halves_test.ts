import { assertEquals } from "@std/assert";
import { main } from "./halves.ts";
import { linesOf } from "./recording.ts";

Deno.test("a loop can do without coroutines, a sleeping coroutine not without a loop", async () => {
  // decides 4.a
  assertEquals((await linesOf(main)).map(([, text]) => text), [
    "A coroutine without a loop: No running event loop; start one with run(main)",
    "A loop without a coroutine: Hello, world!",
  ]);
});
