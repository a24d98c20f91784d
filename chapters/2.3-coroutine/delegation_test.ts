import { assertEquals } from "@std/assert";
import { main } from "./delegation.ts";
import { linesOf } from "../recording.ts";

Deno.test("a suspension leaves through every level, and the answer comes in through every level", async () => {
  assertEquals(await linesOf(main), [
    "first step",
    "  outer → middle: next(undefined)",
    "  middle → inner: next(undefined)",
    "  middle → inner: yielded How many?",
    "  outer → middle: yielded How many?",
    'driver sees { value: "How many?", done: false }',
    "second step",
    "  outer → middle: next(4)",
    "  middle → inner: next(4)",
    "  middle → inner: returned 4",
    "  outer → middle: returned 5",
    "driver sees { value: 50, done: true }",
  ]);
});
