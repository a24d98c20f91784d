import { assertEquals } from "@std/assert";
import { main } from "./handles.ts";
import { printedBy } from "../recording.ts";

Deno.test("a handle that is cancelled before its turn calls nothing, in the queue and among the timers", () => {
  assertEquals(printedBy(main).map(({ time, text }) => `${time} ${text}`), [
    "0 first, and takes back the second",
    "0 third",
    "101000 no tea today",
  ]);
});
