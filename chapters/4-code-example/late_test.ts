import { assertEquals } from "@std/assert";
import { main } from "./late.ts";
import { linesOf } from "./recording.ts";

Deno.test("a computation that never waits makes the sleeper late", async () => {
  // decides 4.d
  assertEquals((await linesOf(main)).map(([, text]) => text), [
    "1500 ms  compute: done",
    "Hello, world!",
    "1500 ms  both are over",
  ]);
});
