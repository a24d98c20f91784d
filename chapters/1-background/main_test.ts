import { assertEquals } from "@std/assert";
import { main } from "./main.ts";
import { timedLinesOf } from "../recording.ts";

Deno.test("one after another two waits add up; concurrently they take as long as the longer one", () => {
  // decides 1.a
  assertEquals(timedLinesOf(main), [
    "0 one after another",
    "600   downloaded the prices",
    "900   read the order",
    "900   a bill of 22 after 0.9 s",
    "900 concurrently",
    "1200   read the order",
    "1500   downloaded the prices",
    "1500   a bill of 22 after 0.6 s",
  ]);
});
