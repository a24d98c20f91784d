import { assertEquals } from "@std/assert";
import { main } from "./call_coroutine_task.ts";
import { linesOf, timedLinesOf } from "../recording.ts";

Deno.test("a call and a driven coroutine run in the caller's task, and only createTask makes another", async () => {
  const where = (await linesOf(main)).filter((line) => line.includes(", in "));
  // decides 2.1.a
  assertEquals(where, [
    "  checksum of photo, in Task-1",
    "  photo: started, in Task-1",
    "  photo: started, in Task-2",
  ]);
});

Deno.test("a coroutine that nobody drives prints nothing in a thousand milliseconds", () => {
  const lines = timedLinesOf(main);
  const begin = lines.indexOf("0 a coroutine that nobody drives");
  assertEquals(lines[begin + 1], "1000   a second later there is 1 task");
});

Deno.test("a task that was made but has not begun already counts", async () => {
  const lines = await linesOf(main);
  const made = lines.indexOf("  now there are 2 tasks");
  assertEquals(lines[made + 1], "  photo: started, in Task-2");
});
