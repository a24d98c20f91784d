import { assertEquals } from "@std/assert";
import { main } from "./error_first.ts";
import { timedLinesOf } from "../recording.ts";

Deno.test("of three callers that get an error as an argument, one handles it", () => {
  assertEquals(timedLinesOf(main), [
    "10 careful: two cost 8",
    "10 careless: two cost 8",
    "10 hopeful: two cost 8",
    "30 careful: no price for a kettle",
    "30 careless: two cost NaN",
    "30 the loop: Exception in callback answer: Error: no price for a kettle",
    "40 main: all is well",
  ]);
});
