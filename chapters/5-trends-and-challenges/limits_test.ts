import { assertEquals } from "@std/assert";
import { main } from "./limits.ts";
import { linesOf } from "../recording.ts";

Deno.test("of two limits, only the one that has passed speaks of a timeout", async () => {
  assertEquals(await linesOf(main), [
    "the inner limit passes",
    "  inner: TimeoutError",
    "the outer limit passes",
    "  inner: CancelledError",
    "  outer: TimeoutError",
    "somebody cancels",
    "  inner: CancelledError",
    "  outer: CancelledError",
    "  the task is cancelled",
  ]);
});
