import { assertEquals } from "@std/assert";
import { main } from "./native_deadline.ts";
import { linesOf } from "../recording.ts";

Deno.test("a deadline ends the wait and not the work", async () => {
  assertEquals(await linesOf(main), [
    "main: gave up (TimeoutError)",
    "photo: sent",
  ]);
});
