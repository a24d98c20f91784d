import { assertEquals } from "@std/assert";
import { main } from "./left_behind.ts";
import { record } from "../recording.ts";
import { linesOf } from "./recording.ts";

Deno.test("what main leaves behind is cancelled, not waited for", async () => {
  // decides 4.d
  assertEquals(await linesOf(main), [
    [400, "main returns"],
    [400, "hello is over"],
  ]);
  const ends = (await record(main)).flatMap((event) =>
    event.kind === "finished" || event.kind === "cancelled"
      ? [`${event.name} ${event.kind}`]
      : []
  );
  assertEquals(ends.slice(0, 2), ["Task-1 finished", "hello cancelled"]);
});
