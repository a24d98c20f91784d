import { assertEquals } from "@std/assert";
import { createTask, runSync, sleep, type TraceEvent } from "../../mod.ts";

Deno.test("rule 28: shutting down makes no task of its own", () => {
  const events: TraceEvent[] = [];
  runSync(function* () {
    createTask(sleep(1000));
    yield* sleep(0);
  }, { trace: { record: (event) => events.push(event) } });
  const made = events.filter(({ kind }) => kind === "created");
  const passes = events.filter(({ kind }) => kind === "pass");
  assertEquals(made.length, 2);
  // Start, give way, end; the end of the cancelled task, gather's, and its stop.
  assertEquals(passes.length, 6);
});
