import { assertEquals } from "@std/assert";
import { main } from "./cancel_early.ts";
import { linesOf } from "../recording.ts";

Deno.test("a task cancelled before its first step runs nothing, not even finally", async () => {
  assertEquals(await linesOf(main), ["main: the photo is cancelled"]);
});
