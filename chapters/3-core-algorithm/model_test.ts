import { assert, assertEquals, assertNotEquals } from "@std/assert";
import {
  EventLoop,
  getRunningLoop,
  model,
  runSync,
  sleep,
  Trace,
  type TraceEvent,
} from "../../mod.ts";
import { main, recordBreakfast } from "./model.ts";
import { linesOf } from "../recording.ts";
import drawing from "./sets.svg" with { type: "text" };

Deno.test("in the recorded breakfast E, T and C have five, two and seven elements", async () => {
  const { events, tasks, callbacks } = model(await recordBreakfast());
  assertEquals(
    [events.length, tasks.length, callbacks.length],
    [5, 2, 7],
  );
  // decides 3.h
  assertNotEquals(events.length, callbacks.length);
  const printed = await linesOf(main);
  assertEquals(printed.at(-1), "|E| = 5, |T| = 2, |C| = 7");
});

Deno.test("f gives an event no callback, one, or three", async () => {
  const { events, f } = model(await recordBreakfast());
  // decides 3.i
  assertEquals(events.map((event) => f(event).length), [1, 1, 0, 1, 3]);
});

Deno.test("the figure of the sets draws the recorded run", async () => {
  const { events, callbacks, f } = model(await recordBreakfast());
  const arrows = [...drawing.matchAll(/data-f="([^"]+)"/g)].map(([, f]) => f);
  const pairs = events.flatMap((event) =>
    f(event).map(({ name }) => `${event.name} ${name}`)
  );
  assertEquals(arrows, pairs);
  const names = [...drawing.matchAll(/class="name"[^>]*>([ec]\d)</g)]
    .map(([, name]) => name);
  assertEquals(names, [...events, ...callbacks].map(({ name }) => name));
});

Deno.test("only three of the seven callbacks answer the completion of a task", async () => {
  const { callbacks } = model(await recordBreakfast());
  const answers = callbacks.map(({ event }) => event?.source.kind ?? "nothing");
  // decides 3.c
  assertEquals(answers, [
    "nothing",
    "timer",
    "timer",
    "timer",
    "task",
    "task",
    "task",
  ]);
});

Deno.test("a callback gets the future that is done, the same one as its neighbors", () => {
  const heard: unknown[] = [];
  runSync(function* () {
    const future = getRunningLoop().createFuture<string>();
    future.addDoneCallback((x) => heard.push(x === future, x.result()));
    future.addDoneCallback((x) => heard.push(x === future, x.result()));
    future.setResult("tea");
    yield* sleep(0);
  });
  // decides 3.i
  assertEquals(heard, [true, "tea", true, "tea"]);
});

Deno.test("a loop without any task calls callbacks all the same", async () => {
  const trace = new Trace();
  const loop = new EventLoop({ clock: "virtual", trace });
  const heard: string[] = [];
  loop.callSoon(() => heard.push("soon"));
  loop.callLater(10, () => {
    heard.push("later");
    loop.stop();
  });
  await loop.runForever();
  loop.close();
  // decides 3.e
  assertEquals(heard, ["soon", "later"]);
  assertEquals(model(trace).tasks.length, 0);
});

Deno.test("nothing runs that was not put into the ready queue first", async () => {
  const queued = new Set<string>();
  let ran = 0;
  for (const event of (await recordBreakfast()).events) {
    const entry = entryOf(event);
    if (entry === null) continue;
    if (entry.joins) queued.add(entry.name);
    else {
      // decides 3.a
      assert(queued.delete(entry.name), `${entry.name} ran uninvited`);
      ran++;
    }
  }
  assertEquals(ran, 9); // two first steps and the seven of C
});

Deno.test("a bare yield puts a task back into the queue without any event", () => {
  const trace = new Trace();
  runSync(sleep(0), { trace });
  const resumed = trace.events.filter(({ kind }) => kind === "resumed");
  const woken = trace.events.filter(({ kind }) => kind === "woken");
  // decides 3.a
  assertEquals([resumed.length, woken.length], [1, 0]);
});

Deno.test("the callbacks of a task are not called at its completion but a pass later", async () => {
  const { events } = await recordBreakfast();
  const passOf = (wanted: (event: TraceEvent) => boolean) =>
    events.find(wanted)!.pass;
  const completed = passOf((event) =>
    event.kind === "completed" && event.source.kind === "task" &&
    event.source.name === "tea"
  );
  const poured = passOf((event) =>
    event.kind === "called" && event.label === "pour"
  );
  // decides 3.b
  assertEquals(poured, completed + 1);
});

/** What an event says about an entry of the ready queue, if anything. */
function entryOf(
  event: TraceEvent,
): { name: string; joins: boolean } | null {
  switch (event.kind) {
    case "created":
    case "woken":
      return { name: `task ${event.task}`, joins: true };
    case "scheduled":
      return { name: `callback ${event.callback}`, joins: true };
    case "started":
    case "resumed":
      return { name: `task ${event.task}`, joins: false };
    case "called":
      return { name: `callback ${event.callback}`, joins: false };
    default:
      return null;
  }
}
