import { assertEquals } from "@std/assert";
import { timedLinesOf } from "../recording.ts";
import { main } from "./suspension.ts";

Deno.test("a suspension handed on with yield ends when its time has come", () => {
  assertEquals(timedLinesOf(main), [
    "0 done: false, a Sleep",
    "0 at 0 ms",
    "20 at 20 ms",
    '20 { value: "awake", done: true }',
  ]);
});
