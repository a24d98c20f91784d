import { assertEquals } from "@std/assert";
import { main } from "./abandoned.ts";
import { linesOfNative } from "./recording.ts";

Deno.test("the finally of an async function whose promise stays silent never runs", async () => {
  assertEquals(await linesOfNative(main), ["main: gave up"]);
});
