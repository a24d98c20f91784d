import { assertEquals } from "@std/assert";
import { linesOf } from "../recording.ts";
import { busyBesideTimer, DrainingLoop } from "./starved.ts";
import { TimerLoop } from "./stage2.ts";

Deno.test("a loop that drains its queue keeps the timer waiting, passes let it in", async () => {
  const drained = await linesOf(() => busyBesideTimer(new DrainingLoop()));
  const inPasses = await linesOf(() => busyBesideTimer(new TimerLoop()));
  assertEquals(drained.indexOf("  the timer"), 4);
  assertEquals(inPasses.indexOf("  the timer"), 1);
});
