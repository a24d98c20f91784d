import { assertEquals } from "@std/assert";
import { main } from "./abandoned.ts";
import { linesOf } from "../recording.ts";

Deno.test("the finally of an async function whose promise stays silent never runs", async () => {
  assertEquals(await linesOf(main), ["main: gave up"]);
});
