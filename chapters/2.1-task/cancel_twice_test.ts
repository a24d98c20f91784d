import { assertEquals } from "@std/assert";
import { main } from "./cancel_twice.ts";
import { timedLinesOf } from "../recording.ts";

Deno.test("requests are counted, and the second one interrupts the cleaning up", () => {
  assertEquals(timedLinesOf(main), [
    "20 main: 1 request",
    "20 photo: removing the half-sent file",
    "25 main: 2 requests",
    "25 main: the photo has stopped",
  ]);
});
