import { assertEquals } from "@std/assert";
import { main } from "./one_task_or_two.ts";
import { linesOf } from "../recording.ts";

Deno.test("a task that waits does nothing else, and two tasks wait side by side", async () => {
  // decides 2.1.c
  assertEquals(await linesOf(main), [
    "one task, one upload after the other: 50 ms",
    "two more tasks, one beside the other: 30 ms",
  ]);
});
