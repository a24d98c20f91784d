import { assertEquals } from "@std/assert";
import { main } from "./driver.ts";
import { linesOf } from "../recording.ts";

Deno.test("the driver's policy, and nothing else, decides whose turn it is", async () => {
  // decides 2.3.b
  assertEquals(await linesOf(main), [
    "oldest first",
    ...["a: 1", "b: 1", "a: 2", "b: 2", "a: 3", "b: 3"].map((s) => `  ${s}`),
    "newest first",
    ...["b: 1", "b: 2", "b: 3", "a: 1", "a: 2", "a: 3"].map((s) => `  ${s}`),
  ]);
});
