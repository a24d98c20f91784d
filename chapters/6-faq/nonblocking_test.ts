import { assertEquals } from "@std/assert";
import { linesOfPython } from "../recording.ts";

Deno.test("a read that does not block needed no event loop when it was recorded", async () => {
  // decides 6.2.a
  assertEquals(await linesOfPython(import.meta, "nonblocking"), [
    "nothing to read yet, and nobody was held up",
    "now there is a letter",
  ]);
  const program = await Deno.readTextFile(
    new URL("./nonblocking.py", import.meta.url),
  );
  // decides 6.2.a
  assertEquals(/asyncio|async |await |callback|thread/.test(program), false);
});
