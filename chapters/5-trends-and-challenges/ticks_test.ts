import { assertEquals } from "@std/assert";
import { ticksOf } from "./ticks.ts";

Deno.test("awaiting a settled promise takes one tick", async () => {
  assertEquals(await ticksOf(() => Promise.resolve()), 1);
});

Deno.test("awaiting it through another promise takes three", async () => {
  const promise = Promise.resolve();
  const wrapped = () => new Promise((resolve) => resolve(promise));
  assertEquals(await ticksOf(wrapped), 3);
});
