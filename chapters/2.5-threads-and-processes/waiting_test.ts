import { assertEquals } from "@std/assert";
import { linesOf } from "../recording.ts";
import { main } from "./waiting.ts";

Deno.test("a thread that stands still holds up nobody else", async () => {
  // decides 2.5.d
  assertEquals(await linesOf(main), [
    "worker: I wait, and my thread stands still",
    "main: 1",
    "main: 2",
    "main: 3",
    "worker: I go on",
  ]);
});
