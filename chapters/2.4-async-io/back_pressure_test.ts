import { assertEquals } from "@std/assert";
import { runSync } from "../../mod.ts";
import { main, pipeline } from "./back_pressure.ts";
import { linesOf } from "../recording.ts";

Deno.test("a queue without a limit fills up, one with a limit does not", async () => {
  assertEquals(await linesOf(main), [
    "without a limit: 4 pages wait in the queue",
    "limit 1: 1 page waits in the queue",
  ]);
});

Deno.test("the queue never holds more than its limit", () => {
  for (const limit of [1, 2, 3]) assertEquals(runSync(pipeline(limit)), limit);
});
