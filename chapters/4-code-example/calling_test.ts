import { assertEquals } from "@std/assert";
import { main } from "./calling.ts";
import { main as native } from "./calling_native.ts";
import { linesOf } from "./recording.ts";
import { FakeTime } from "@std/testing/time";

Deno.test("calling a generator function runs nothing of its body", async () => {
  assertEquals(await linesOf(main), [
    [0, "called"],
    [0, "begun"],
    [50, "Hello, world!"],
  ]);
});

Deno.test("calling an async function runs its body up to the first await", async () => {
  using time = new FakeTime(0);
  const lines = linesOf(native);
  await time.tickAsync(50);
  assertEquals((await lines).map(([, text]) => text), [
    "begun",
    "called",
    "Hello, world!",
  ]);
});
