import { assertEquals } from "@std/assert";
import { main } from "./crash.ts";
import { linesOf } from "../recording.ts";

Deno.test("an error stays in its thread, a full memory takes the process, and the parent lives", async () => {
  // decides 2.5.c
  assertEquals(await linesOf(main), [
    "the process said: I hear of it: Uncaught Error: the soup is burnt",
    "the process ended well: false",
    "and its parent goes on",
  ]);
});
