import { assertEquals } from "@std/assert";
import { main } from "./lazy_sleep.ts";
import { linesOf } from "./recording.ts";

Deno.test("a sleep counts from where it is awaited, not from where it is called", async () => {
  // decides 4.c
  assertEquals(await linesOf(main), [
    [6000, "the nap is over after 6000 ms"],
  ]);
});
