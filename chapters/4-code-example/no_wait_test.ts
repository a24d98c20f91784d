import { assertEquals } from "@std/assert";
import { main } from "./no_wait.ts";
import { linesOf } from "./recording.ts";

Deno.test("waiting for what is there already does not give way", async () => {
  // decides 4.b
  assertEquals((await linesOf(main)).map(([, text]) => text), [
    "the result is here already",
    "somebody else had a turn",
    "main had its turn again",
  ]);
});
