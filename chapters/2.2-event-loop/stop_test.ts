import { assertEquals } from "@std/assert";
import { linesOf } from "../recording.ts";
import { main } from "./stop.ts";

Deno.test("stop lets the pass finish, and what the pass has scheduled waits for the next run", async () => {
  assertEquals(await linesOf(main), [
    "first, asks for one more",
    "behind stop",
    "runForever has returned",
    "one more",
  ]);
});
