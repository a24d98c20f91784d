import { assertEquals } from "@std/assert";
import { main } from "./main.ts";
import { main as native } from "./native.ts";
import { linesOf, linesOfPython } from "../recording.ts";

Deno.test("three who wait for one another get across, so all three wait at once", async () => {
  // decides 2.4.a, 2.4.b
  assertEquals(await linesOf(main), [
    "ferry: 1 aboard",
    "ferry: 2 aboard",
    "ferry: 3 aboard",
    "Ada is across",
    "Bo is across",
    "Cy is across",
  ]);
});

Deno.test("Deno's own promises get the three across, too", async () => {
  assertEquals(await linesOf(native), await linesOf(main));
});

Deno.test("Python printed the same lines when it was recorded", async () => {
  assertEquals(await linesOfPython(import.meta, "main"), await linesOf(main));
});
