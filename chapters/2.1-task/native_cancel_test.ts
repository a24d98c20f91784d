import { assertEquals } from "@std/assert";
import { FakeTime } from "@std/testing/time";
import { main as ours } from "./cancel.ts";
import { main } from "./native_cancel.ts";
import { linesOf, printedBy } from "../recording.ts";

Deno.test("an async function that was handed a signal stops where our coroutine stops", async () => {
  using time = new FakeTime(0);
  const lines = linesOf(main);
  await time.tickAsync(20);
  await time.tickAsync(10);
  assertEquals(await lines, printedBy(ours).map(({ text }) => text));
});
