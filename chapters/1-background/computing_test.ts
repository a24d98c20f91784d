import { assertEquals } from "@std/assert";
import { main } from "./computing.ts";
import { timedLinesOf } from "../recording.ts";

Deno.test("tasks that wait go on side by side, tasks that compute one after the other", () => {
  // decides 1.a
  assertEquals(timedLinesOf(main), [
    "0 two that wait, concurrently",
    "0   Ada begins to wait",
    "0   Bo begins to wait",
    "100   Ada has waited",
    "100   Bo has waited",
    "100 two that compute, concurrently",
    "100   Ada begins to compute",
    "100   Ada has computed 499999500000",
    "100   Bo begins to compute",
    "100   Bo has computed 499999500000",
  ]);
});
