import { assertEquals } from "@std/assert";
import fc from "npm:fast-check@4.10.2";
import { createTask, gather, runSync, sleep } from "../../mod.ts";
import { model } from "../../src/trace/model.ts";
import { Trace } from "../../src/trace/trace.ts";
import { randomTrace } from "./random_program.ts";
import { helloScript, Script } from "./script.ts";

Deno.test("model() counts the completions, the tasks and the wake-ups of a run", () => {
  const { events, tasks, callbacks, f } = model(helloScript());
  assertEquals(events.map(({ name, time }) => [name, time]), [["e1", 1000]]);
  assertEquals(tasks.map(({ name, label }) => [name, label]), [["t1", "main"]]);
  assertEquals(callbacks.map(({ name, kind }) => [name, kind]), [
    ["c1", "wake-up"],
  ]);
  assertEquals(events.map((event) => f(event)), [callbacks]);
});

Deno.test("model() maps an event to all callbacks that answer it, or to none", () => {
  const source = { kind: "future", future: 1, label: "door" } as const;
  const script = new Script().created(1).created(2).at(0, 1)
    .completed(7, { source, by: { task: 3 } })
    .woken(1, 7).woken(2, 7).scheduled(4, "ring", { task: 3 }, 7)
    .completed(8, { source, outcome: "cancelled" });
  const { events, callbacks, f } = model(script);
  assertEquals(
    events.map((event) => f(event).map(({ name }) => name)),
    [["c1", "c2", "c3"], []],
  );
  assertEquals(callbacks.map(({ label }) => label), [
    "Task-1",
    "Task-2",
    "ring",
  ]);
});

Deno.test("model() has callbacks that no event called: those of callSoon", () => {
  const script = new Script().scheduled(1, "hello", null)
    .at(0, 1).called(1, "hello");
  const { callbacks } = model(script);
  assertEquals(callbacks.map(({ label, event }) => [label, event]), [
    ["hello", null],
  ]);
});

Deno.test("model() finds fewer callbacks than events where nobody waits", () => {
  const trace = new Trace();
  runSync(function* () {
    createTask(sleep(1));
    yield* sleep(5);
  }, { trace });
  const { events, tasks, f } = model(trace);
  assertEquals(tasks.length, 2);
  // Both sleeps wake their task, the end of the second task calls nobody.
  const unanswered = events.filter((event) => f(event).length === 0);
  assertEquals(unanswered.map(({ source }) => source.kind), ["task"]);
});

Deno.test("model() finds more callbacks than events where many wait for one", () => {
  const trace = new Trace();
  runSync(function* () {
    const door = createTask(sleep(10), { name: "door" });
    function* guest() {
      yield* door;
    }
    yield* gather([guest(), guest(), guest()]);
  }, { trace });
  const { events, f } = model(trace);
  const open = events.find(({ source }) =>
    source.kind === "task" && source.name === "door"
  );
  assertEquals(open && f(open).length, 3);
});

Deno.test("model() gives every callback to the event that it says it answers", () => {
  fc.assert(fc.property(randomTrace, (events) => {
    const { events: e, callbacks, f } = model({ events });
    const answering = callbacks.filter(({ event }) => event !== null);
    assertEquals(
      new Set(e.flatMap((event) => [...f(event)])),
      new Set(answering),
    );
    for (const callback of answering) {
      const count = e.filter((event) => f(event).includes(callback)).length;
      assertEquals(count, 1);
    }
  }));
});

Deno.test("model() writes the sets as an article would, in lines that fit a page", () => {
  assertEquals(
    String(model(helloScript())),
    `\
E = {e1 (timer fires at 1000 ms)}
T = {t1 (main)}
C = {c1 (wake main)}
f(e1) = {c1}`,
  );
  const many = new Script();
  for (let task = 1; task < 40; task++) many.created(task);
  const lines = String(model(many)).split("\n");
  assertEquals(lines[0], "E = ∅");
  assertEquals(lines[1]?.slice(0, 20), "T = {t1 (Task-1), t2");
  assertEquals(lines[2]?.slice(0, 9), "     t6 (");
  for (const line of lines) assertEquals(line.length <= 78, true, line);
});
