import { assertEquals } from "@std/assert";
import { main } from "./left_behind.ts";
import { timedLinesOf } from "../recording.ts";

Deno.test("a task left behind is cancelled when main has returned, and its finally runs", () => {
  assertEquals(timedLinesOf(main), [
    "20 heartbeat",
    "40 heartbeat",
    "50 main: done",
    "50 heartbeat: ended",
  ]);
});
