import { assertEquals } from "@std/assert";
import { main } from "./computing.ts";
import { timedLinesOf } from "../recording.ts";

Deno.test("what computes lets nobody in, in one task or a hundred, unless it gives way", () => {
  // decides 7.a
  assertEquals(timedLinesOf(main).map((line) => line.slice("0 ".length)), [
    "computed in one task",
    "  the door opens, 100 of 100 pieces are done",
    "computed in a hundred tasks",
    "  the door opens, 100 of 100 pieces are done",
    "in one task, giving way after each piece",
    "  the door opens, 1 of 100 pieces are done",
  ]);
});
