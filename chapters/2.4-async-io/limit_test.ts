import { assertEquals } from "@std/assert";
import { main } from "./limit.ts";
import { main as native } from "./limit_native.ts";
import { linesOf, linesOfPython } from "./recording.ts";

const lines = ["6 pages, 6 at once", "6 pages, 2 at once"];

Deno.test("with two permits the server never sees a third request", async () => {
  assertEquals(await linesOf(main), lines);
});

Deno.test("pooledMap keeps the same limit", async () => {
  assertEquals(await linesOf(native), lines);
});

Deno.test("Python's semaphore kept it when it was recorded", async () => {
  assertEquals(await linesOfPython("limit"), lines);
});
