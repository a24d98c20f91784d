import { assertEquals } from "@std/assert";
import { linesOf } from "../recording.ts";
import { main } from "./starvation.ts";

Deno.test("microtasks that ask for microtasks keep a timer out, callSoon lets it in", async () => {
  assertEquals(await linesOf(main), [
    "100 ms of microtasks: the timer was kept out",
    "callSoon again and again: the timer got in",
  ]);
});
