import { assertEquals } from "@std/assert";
import { main } from "./one_by_one.ts";
import { linesOf } from "../recording.ts";

Deno.test("a single task that asks one after another never gets across", async () => {
  // decides 2.4.b
  assertEquals(await linesOf(main), [
    "ferry: 1 aboard",
    "200 ms later: nobody is across",
  ]);
});
