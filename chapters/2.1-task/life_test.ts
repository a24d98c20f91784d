import { assertEquals } from "@std/assert";
import { lifeOf, main } from "./life.ts";
import { linesOf } from "../recording.ts";

Deno.test("a task is made, starts a pass later, and is resumed in the pass after its wake-up", async () => {
  const lines = await linesOf(main);
  assertEquals(lines.slice(0, 5), [
    "photo",
    "  pass 1 at 0 ms: created",
    "  pass 2 at 0 ms: started, suspended",
    "  pass 3 at 20 ms: woken",
    "  pass 4 at 20 ms: resumed, finished",
  ]);
});

Deno.test("a task ends in one of three ways, each in a step of its own", async () => {
  const ends = (await linesOf(main))
    .filter((line) => line.includes("resumed"))
    .map((line) => line.slice(line.indexOf("at ")));
  assertEquals(ends, [
    "at 20 ms: resumed, finished",
    "at 30 ms: resumed, failed",
    "at 40 ms: resumed, cancelled",
  ]);
});

Deno.test("a cancellation wakes the task in the same pass and arrives in the next", async () => {
  const lines = await linesOf(main);
  assertEquals(lines.slice(-2), [
    "  pass 8 at 40 ms: cancel-requested, woken",
    "  pass 9 at 40 ms: resumed, cancelled",
  ]);
});

Deno.test("a task that the loop never told of has no life", () => {
  assertEquals(lifeOf("ghost", []), []);
});
