import { assertEquals, assertThrows } from "@std/assert";
import {
  createTask,
  getRunningLoop,
  runSync,
  sleep,
  type TraceEvent,
} from "../../mod.ts";

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

Deno.test("rule 3: a main task that was left by stop() does not stop the shutdown", () => {
  let passes = 0;
  function* main() {
    getRunningLoop().stop();
    yield* sleep(0);
  }
  assertThrows(
    () => runSync(main, { trace: { record: count } }),
    Error,
    "stopped before the awaitable was done",
  );
  function count({ kind }: TraceEvent): void {
    if (kind === "pass") passes++;
  }
  // Start; the end of the cancelled task, gather's, and its stop.
  assertEquals(passes, 4);
});

Deno.test("what shutdown cancels may end well all the same", () => {
  const log: string[] = [];
  runSync(function* () {
    createTask(function* () {
      try {
        yield* sleep(1000);
      } catch {
        log.push("refused, and finished");
      }
    }());
    yield* sleep(0);
  });
  assertEquals(log, ["refused, and finished"]);
});
