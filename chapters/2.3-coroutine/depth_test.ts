import { assertEquals } from "@std/assert";
import { main } from "./depth.ts";
import { linesOf } from "../recording.ts";

Deno.test("each wait costs one call for each level above it, up to the nearest task", async () => {
  // decides 2.3.c
  assertEquals(await linesOf(main), [
    "1 deep: 1001 calls for 1000 waits",
    "10 deep: 10010 calls for 1000 waits",
    "100 deep: 100100 calls for 1000 waits",
    "100 deep, a task at the bottom: 1201 calls",
  ]);
});
