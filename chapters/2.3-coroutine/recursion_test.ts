import { assertEquals } from "@std/assert";
import { timedLinesOf } from "../recording.ts";
import { main } from "./recursion.ts";

Deno.test("a recursive coroutine adds up a tree, waiting once in each folder", () => {
  assertEquals(timedLinesOf(main), ["40 untyped: 4321", "80 typed: 4321"]);
});
