import { assertEquals } from "@std/assert";
import { linesOf } from "../recording.ts";
import { main } from "./stop.ts";

Deno.test("a computing thread stops when it looks at a flag, a process when the system says so", async () => {
  const lines = await linesOf(main);
  // decides 2.5.a
  assertEquals(lines.filter((line) => !line.includes("terminated")), [
    "thread: it counts: true",
    "thread: asked to stop, and it has stopped",
    "process: ended by SIGKILL",
  ]);
});
