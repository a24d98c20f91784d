import { assertEquals } from "@std/assert";
import { FakeTime } from "@std/testing/time";
import { main } from "./greetings.ts";
import { main as native } from "./greetings_native.ts";
import { record } from "../recording.ts";
import { linesOf } from "./recording.ts";

Deno.test("two greetings at once take as long as the slower one", async () => {
  assertEquals(await linesOf(main), [
    [20, "Hello, loop!"],
    [50, "Hello, world!"],
  ]);
  assertEquals((await record(main)).at(-1)?.time, 50);
});

Deno.test("the native greetings are over after the slower one, too", async () => {
  using time = new FakeTime(0);
  const lines = linesOf(native);
  await time.tickAsync(50);
  assertEquals((await lines).map(([, text]) => text), [
    "Hello, loop!",
    "Hello, world!",
  ]);
});
