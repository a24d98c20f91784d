import { assertEquals } from "@std/assert";
import { FakeTime } from "@std/testing/time";
import { main } from "./native.ts";
import { linesOf } from "./recording.ts";

Deno.test("the native program prints its line when a second has passed, not before", async () => {
  using time = new FakeTime(0);
  let over = false;
  const lines = linesOf(main).finally(() => over = true);
  await time.tickAsync(999);
  assertEquals(over, false);
  await time.tickAsync(1);
  assertEquals((await lines).map(([, text]) => text), ["Hello, world!"]);
});
