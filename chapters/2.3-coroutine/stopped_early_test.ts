import { assertEquals, assertThrows } from "@std/assert";
import { linesOf } from "../recording.ts";
import { guarded, main } from "./stopped_early.ts";

Deno.test("throw continues in the catch where the generator stands, and it may wait again", async () => {
  assertEquals((await linesOf(main)).slice(0, 5), [
    '{ value: "waiting", done: false }',
    "caught Error: Line is dead",
    '{ value: "cleaning up", done: false }',
    "finally",
    "{ value: undefined, done: true }",
  ]);
});

Deno.test("return passes by the catch and runs finally", async () => {
  assertEquals((await linesOf(main)).slice(6, 9), [
    '{ value: "waiting", done: false }',
    "finally",
    "{ value: undefined, done: true }",
  ]);
});

Deno.test("a generator that has not begun is ended without its finally", async () => {
  assertEquals((await linesOf(main)).slice(10), [
    "{ value: undefined, done: true }",
  ]);
});

Deno.test("an error thrown into a generator that has not begun comes straight back", () => {
  assertThrows(() => guarded().throw(new Error("too early")), "too early");
});
