import { assertEquals } from "@std/assert";
import { linesOf } from "../recording.ts";
import { main, namesOn } from "./stacks.ts";

Deno.test("an error's stack ends where a callback or a task begins", async () => {
  const lines = await linesOf(main);
  assertEquals(lines.map((line) => line.split(/  +/)), [
    ["withCallbacks", "request"],
    ["withPromises", "request, called by part, called by page"],
    ["withCoroutines", "request, called by part, called by page"],
    ["withTask", "request, called by part"],
  ]);
});

Deno.test("names of other functions on the stack are left out", async () => {
  function somebodyElse(): Promise<never> {
    return Promise.reject(new Error("not one of the three"));
  }
  assertEquals(await namesOn(somebodyElse()), []);
});
