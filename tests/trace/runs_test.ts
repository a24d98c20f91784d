import { assertEquals } from "@std/assert";
import { runSync, sleep } from "../../mod.ts";
import { splitRuns } from "../../src/trace/runs.ts";
import { Trace } from "../../src/trace/trace.ts";
import { helloScript } from "./script.ts";

Deno.test("splitRuns() leaves one run whole", () => {
  const { events } = helloScript();
  assertEquals(splitRuns(events), [events]);
  assertEquals(splitRuns([]), []);
});

Deno.test("splitRuns() parts the loops of a program that runs several", () => {
  const trace = new Trace();
  const lengths = [10, 20, 0].map((ms) => {
    const before = trace.events.length;
    runSync(sleep(ms), { trace });
    return trace.events.length - before;
  });
  assertEquals(splitRuns(trace.events).map(({ length }) => length), lengths);
});

Deno.test("splitRuns() parts loops that never came to a pass", () => {
  const [created] = helloScript().events;
  if (created === undefined) throw new Error("The script is empty");
  assertEquals(splitRuns([created, created]), [[created], [created]]);
});
