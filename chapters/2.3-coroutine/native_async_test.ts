import { assertEquals } from "@std/assert";
import { FakeTime } from "@std/testing/time";
import { main } from "./native_async.ts";
import { linesOf } from "../recording.ts";

Deno.test("an async function begun can't be stopped, a generator can", async () => {
  using time = new FakeTime(0);
  const lines = linesOf(main);
  await time.tickAsync(20);
  await time.tickAsync(20);
  assertEquals(await lines, [
    "async function",
    "  started",
    "  I hold a promise, handles: none",
    "  sent",
    "  cleaned up",
    "generator function",
    "  I hold a coroutine, handles: next, throw, return",
    "  started",
    "  it has stopped, and I decide",
    "  cleaned up",
  ]);
});
