import { assertEquals } from "@std/assert";
import { main } from "./apart.ts";
import { linesOf, linesOfPython } from "../recording.ts";

Deno.test("a worker shares the process but not the variables, a process shares neither", async () => {
  // decides 2.5.b, 2.5.c
  assertEquals(await linesOf(main), [
    "thread: in my process, the secret is unknown",
    "process: in another process, the secret is unknown",
  ]);
});

Deno.test("Python's thread shared both when it was recorded", async () => {
  // decides 2.5.b
  assertEquals(await linesOfPython(import.meta, "apart"), [
    "thread: in my process, the secret is 42",
    "process: in another process, the secret is unknown",
  ]);
});
