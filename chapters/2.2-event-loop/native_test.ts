import { assert, assertEquals } from "@std/assert";
import { main } from "./native.ts";
import { linesOf } from "../recording.ts";

Deno.test("Deno runs every microtask, also those that microtasks ask for, before a timeout", async () => {
  const lines = await linesOf(main);
  assertEquals(lines.slice(0, 4), [
    "main has asked and goes on",
    "microtask",
    "callback of a promise",
    "microtask, asked by the microtask",
  ]);
});

Deno.test("Deno runs a timeout's microtask before the next timeout", async () => {
  const lines = await linesOf(main);
  const at = (text: string) => lines.indexOf(text);
  assert(at("timeout") < at("microtask, asked by the timeout"));
  assert(at("microtask, asked by the timeout") < at("another timeout"));
});
