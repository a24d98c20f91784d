import { assert, assertEquals } from "@std/assert";
import {
  createTask,
  runSync,
  sleep,
  Trace,
  type TraceEvent,
} from "../../mod.ts";
import { linesOf } from "../recording.ts";
import { main } from "./watching.ts";

type Kind<K extends TraceEvent["kind"]> = Extract<TraceEvent, { kind: K }>;

/** A task with a callback, recorded. */
function recorded(): Trace {
  const trace = new Trace();
  runSync(function* () {
    const task = createTask(sleep(100), { name: "download" });
    task.addDoneCallback(function show() {});
    yield* sleep(200);
  }, { trace });
  return trace;
}

Deno.test("the program prints who told of each completion, and that a callback is called a pass later", async () => {
  assertEquals(await linesOf(main), [
    "pass 3: timer completes, told by the clock or the host",
    "pass 4: task completes, told by task 2",
    "pass 4: showPage joins the queue",
    "pass 5: showPage is called",
    "pass 5: future completes, told by the clock or the host",
    "pass 6: task completes, told by task 1",
  ]);
});

Deno.test("the loop does not watch tasks: each task tells of its own completion", () => {
  const completions = recorded().events
    .filter((event): event is Kind<"completed"> => event.kind === "completed")
    .filter(({ source }) => source.kind === "task");
  assertEquals(completions.length, 2);
  for (const { source, by } of completions) {
    assert(source.kind === "task");
    // decides 2.2.a, 3.f
    assertEquals(by, { task: source.task });
  }
});

Deno.test("a task's callback is scheduled when the task completes and called in the next pass", () => {
  const { events } = recorded();
  const completed = events.find((event): event is Kind<"completed"> =>
    event.kind === "completed" && event.source.kind === "task"
  );
  const called = events.find((event): event is Kind<"called"> =>
    event.kind === "called" && event.label === "show"
  );
  // decides 2.2.a
  assertEquals(called!.pass, completed!.pass + 1);
});
