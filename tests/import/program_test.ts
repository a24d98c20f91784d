import * as loopbook from "../../mod.ts";
import { assertEquals, assertStringIncludes } from "@std/assert";
import { program } from "./program.ts";

// What it finds here, it must find wherever the library is imported.
Deno.test("the program of the import tests finds what it should", async () => {
  const { timeline, ...findings } = await program(loopbook);
  assertEquals(findings, {
    said: ["Hello, loop!", "Hello, world!"],
    lengths: [5, 4],
    virtual: [5, 4],
    time: 10,
  });
  assertStringIncludes(timeline, "Task-3");
});
