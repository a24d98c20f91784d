import { assertEquals } from "@std/assert";
import { main } from "./main.ts";
import { main as native } from "./native.ts";
import { linesOf, linesOfPython } from "../recording.ts";

const lines = [
  "coroutines: 17984 primes, heart stood still",
  "threads: 17984 primes, heart beat",
  "processes: 17984 primes, heart beat",
];

Deno.test("the heart beats while others compute elsewhere, and not while they compute here", async () => {
  assertEquals(await linesOf(main), lines);
});

Deno.test("Deno's own promises compute and beat the same way", async () => {
  assertEquals(await linesOf(native), lines);
});

Deno.test("Python printed the same lines when it was recorded", async () => {
  assertEquals(await linesOfPython(import.meta, "main"), lines);
});
