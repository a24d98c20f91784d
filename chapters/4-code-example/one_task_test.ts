import { assertEquals } from "@std/assert";
import { main } from "./one_task.ts";
import { linesOf } from "./recording.ts";

Deno.test("what is awaited is no task: there is one, and it is main's", async () => {
  // decides 4.b
  assertEquals(await linesOf(main), [
    [500, "halfway, the tasks are: Task-1"],
    [1000, "Hello, world!"],
  ]);
});
