import { assertEquals } from "@std/assert";
import { FakeTime } from "@std/testing/time";
import { main } from "./forgotten.ts";
import { main as native } from "./forgotten_native.ts";
import { record } from "../recording.ts";
import { linesOf } from "./recording.ts";

Deno.test("without yield* nothing sleeps and no timer is set", async () => {
  assertEquals(await linesOf(main), [[0, "Hello, world!"]]);
  const kinds = (await record(main)).map(({ kind }) => kind);
  assertEquals(kinds.includes("timer-set"), false);
  assertEquals(kinds.includes("suspended"), false);
});

Deno.test("without await the native program ends at once and leaves a timer behind", async () => {
  using time = new FakeTime(0);
  const lines = await linesOf(native);
  assertEquals(lines.map(([, text]) => text), ["Hello, world!"]);
  await time.nextAsync();
  assertEquals(time.now, 1000);
});
