import { assertEquals } from "@std/assert";
import { main } from "./cancelled.ts";
import { record } from "../recording.ts";
import { linesOf } from "./recording.ts";

Deno.test("a cancelled sleep ends at once, and the finally block runs", async () => {
  assertEquals(await linesOf(main), [
    [400, "hello cleans up"],
    [400, "Nobody was greeted"],
  ]);
});

Deno.test("the timer of a cancelled sleep is called off and never fires", async () => {
  const events = await record(main);
  const [nap] = events.filter((event) =>
    event.kind === "timer-set" && event.when === 1000
  );
  const off = events.filter((event) => event.kind === "timer-cancelled");
  assertEquals(
    off.map(({ timer }) => timer),
    nap?.kind === "timer-set" ? [nap.timer] : [],
  );
  assertEquals(events.at(-1)?.time, 400);
});
