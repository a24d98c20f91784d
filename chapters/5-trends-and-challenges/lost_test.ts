import { assertEquals } from "@std/assert";
import { main } from "./lost.ts";
import { linesOf } from "../recording.ts";

/** What was printed under a heading. */
async function under(heading: string): Promise<string[]> {
  const lines = await linesOf(main);
  const rest = lines.slice(lines.indexOf(heading) + 1);
  const end = rest.findIndex((line) => !line.startsWith(" "));
  return rest.slice(0, end < 0 ? undefined : end).map((line) => line.trim());
}

Deno.test("what a callback throws goes to the handler, and the caller hears nothing", async () => {
  assertEquals(await under("callback"), [
    "20 ms  handler: Exception in callback basket",
    "100 ms  orders has its answer",
    "100 ms  caller: all is well",
    "300 ms  the program ends",
  ]);
});

Deno.test("a forgotten task's error is reported when the program has ended", async () => {
  // decides 5.c
  assertEquals(await under("forgotten"), [
    "100 ms  orders has its answer",
    "100 ms  caller: all is well",
    "300 ms  the program ends",
    "300 ms  handler: Task Task-2 exception was never retrieved",
  ]);
});

Deno.test("gather throws at once and leaves the other request running", async () => {
  assertEquals(await under("gathered"), [
    "20 ms  caller: caught an Error",
    "100 ms  orders has its answer",
    "220 ms  the program ends",
  ]);
});

Deno.test("collected errors are values, and who does not look hears nothing", async () => {
  assertEquals(await under("collected"), [
    "100 ms  orders has its answer",
    "100 ms  caller: all is well",
    "300 ms  the program ends",
  ]);
});

Deno.test("a group calls off the other request and then throws", async () => {
  // decides 5.c
  assertEquals(await under("grouped"), [
    "20 ms  orders is called off",
    "20 ms  caller: caught an ExceptionGroup",
    "220 ms  the program ends",
  ]);
});
