import { assertEquals } from "@std/assert";
import { main } from "./gather.ts";
import { timedLinesOf } from "../recording.ts";

Deno.test("gather puts results where their coroutines stood and takes as long as the slowest", () => {
  assertEquals(timedLinesOf(main).slice(0, 3), [
    "10 text: sent",
    "30 photo: sent",
    "30 results [30,10] after 30 ms",
  ]);
});

Deno.test("the first error is thrown at once while the sibling runs on", () => {
  assertEquals(timedLinesOf(main).slice(3, 5), [
    "40 caught Error: virus: refused",
    "60 photo: sent",
  ]);
});

Deno.test("with returnExceptions gather waits for all and hands the error out as a value", () => {
  assertEquals(timedLinesOf(main).slice(5), [
    "120 photo: sent",
    "120 outcomes [30,Error: virus: refused]",
  ]);
});
