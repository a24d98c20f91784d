import { assertEquals } from "@std/assert";
import { main } from "./lost_bytes.ts";
import { linesOf, linesOfPython } from "../recording.ts";

Deno.test("a read that nobody waits for takes the bytes, unless it is kept", async () => {
  assertEquals(await linesOf(main), [
    "a read for each call: end of stream",
    "a read that is kept:  hello",
  ]);
});

Deno.test("Python's stream kept the bytes when it was recorded", async () => {
  assertEquals(await linesOfPython(import.meta, "kept_bytes"), [
    "a read for each call: hello",
  ]);
});
