import { assertEquals } from "@std/assert";
import { runSync, sleep, Trace } from "../../mod.ts";
import { timelineFor } from "../../tools/picture.ts";

Deno.test("in a terminal too narrow for a timeline it says so, in lines that fit", () => {
  const trace = new Trace();
  runSync(sleep(10), { trace });
  assertEquals(
    timelineFor(trace, false, 23),
    "no timeline:\nit takes 24 columns",
  );
  const lines = timelineFor(trace, false, 24).split("\n");
  assertEquals(lines.filter((line) => line.length > 24), []);
  assertEquals(lines.some((line) => line.startsWith("Task-1")), true);
});
