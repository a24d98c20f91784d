import { assertEquals } from "@std/assert";
import { main } from "./flag.ts";
import { linesOf, linesOfPython } from "../recording.ts";

const lines = [
  "a task beside me, 50 ms: nobody has raised it",
  "a task in another thread: it is up",
];

Deno.test("tasks of one loop share a thread, and a loop in another thread does not", async () => {
  // decides 6.1.a
  assertEquals(await linesOf(main), lines);
});

Deno.test("Python's loops did the same when they were recorded", async () => {
  // decides 6.1.a
  assertEquals(await linesOfPython(import.meta, "flag"), lines);
});
