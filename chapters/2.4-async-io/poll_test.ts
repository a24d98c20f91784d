import { assertEquals } from "@std/assert";
import { main } from "./poll.ts";
import { linesOf } from "../recording.ts";

Deno.test("between two passes the host works, and no pass runs without a reason", async () => {
  assertEquals(await linesOf(main), [
    "loop: pass 1 begins",
    "loop: main waits",
    "host: here is the answer",
    "host: I have settled the promise",
    "loop: main is ready again",
    "loop: pass 2 begins",
    "main: the answer is 42",
    "loop: pass 3 begins",
  ]);
});
