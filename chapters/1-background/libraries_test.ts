import { assertEquals } from "@std/assert";
import { linesOfPython } from "../recording.ts";

Deno.test("four of Python's libraries let two waits go by together, when they were recorded", async () => {
  // decides 1.c
  assertEquals(await linesOfPython(import.meta, "libraries"), [
    "asyncio: 0.6 s",
    "trio: 0.6 s",
    "threading: 0.6 s",
    "concurrent.futures: 0.6 s",
  ]);
});
