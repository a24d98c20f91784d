import { assertEquals } from "@std/assert";
import { main } from "./hog.ts";
import { linesOf } from "../recording.ts";

Deno.test("a coroutine without yield* keeps everybody else waiting to its end", async () => {
  const lines = await linesOf(main);
  // decides 2.3.a
  assertEquals(lines.indexOf("  heartbeat"), 4);
  assertEquals(lines.slice(1, 4), [
    "  hog: part 1",
    "  hog: part 2",
    "  hog: part 3",
  ]);
});

Deno.test("a coroutine that gives way after each part shares the thread", async () => {
  const lines = await linesOf(main);
  assertEquals(lines.slice(lines.indexOf("one that gives way") + 1), [
    "  hog: part 1",
    "  heartbeat",
    "  hog: part 2",
    "  heartbeat",
    "  hog: part 3",
    "  heartbeat",
  ]);
});
