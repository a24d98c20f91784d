import { assertEquals } from "@std/assert";
import { FakeTime } from "@std/testing/time";
import { main } from "./native.ts";
import { linesOf } from "../recording.ts";

Deno.test("with promises, too, two waits are over when the longer one is", async () => {
  using time = new FakeTime(0);
  let over = false;
  const lines = linesOf(main).finally(() => over = true);
  await time.tickAsync(60);
  await time.tickAsync(30); // one after another
  await time.tickAsync(30);
  assertEquals(over, false);
  await time.tickAsync(30); // concurrently
  assertEquals(await lines, [
    "one after another",
    "  downloaded the prices",
    "  read the order",
    "  a bill of 22",
    "concurrently",
    "  read the order",
    "  downloaded the prices",
    "  a bill of 22",
  ]);
});
