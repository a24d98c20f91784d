import { assertEquals } from "@std/assert";
import { main } from "./crowd.ts";
import { linesOf } from "../recording.ts";

Deno.test("a hundred thousand coroutines wait at once in under 1 KiB each", async () => {
  // decides 2.3.c
  assertEquals(await linesOf(main), [
    "100000 coroutines wait at once",
    "under 1 KiB of memory each: yes",
    "100000 have come back, the last with 99999",
  ]);
});
