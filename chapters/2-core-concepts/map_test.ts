import { assertEquals, assertNotEquals } from "@std/assert";
import {
  createTask,
  EventLoop,
  gather,
  runSync,
  sleep,
  Trace,
  type TraceEvent,
} from "../../mod.ts";
import { find, record } from "./arrows.ts";
import { main } from "./main.ts";
import { type Arrow, ARROWS } from "./map.ts";
import drawing from "./map.svg" with { type: "text" };

const written = ({ from, to }: Arrow) => `${from} → ${to}`;

/** The arrows that a trace shows. */
function shownBy(events: readonly TraceEvent[]): string[] {
  return ARROWS.filter((arrow) => find(arrow, events) !== null).map(written);
}

/** What the loop told of a coroutine that needs no host. */
function recorded(program: Parameters<typeof runSync>[0]): Trace {
  const trace = new Trace();
  runSync(program, { trace });
  return trace;
}

Deno.test("the recorded run shows every arrow of the map", async () => {
  // decides 2.a
  assertEquals(shownBy(await record(main)), ARROWS.map(written));
});

Deno.test("the figure draws the arrows of the map, in its order", () => {
  const arrows = [...drawing.matchAll(/data-arrow="([^"]+)"/g)]
    .map(([, arrow]) => arrow);
  assertEquals(arrows, ARROWS.map(written));
  const numbers = [...drawing.matchAll(/class="number">(\d+)</g)]
    .map(([, number]) => Number(number));
  assertEquals(numbers, ARROWS.map((_, index) => index + 1));
});

Deno.test("an arrow is not shown by a trace without one of its events", async () => {
  const events = await record(main);
  for (const arrow of ARROWS) {
    for (const condition of arrow.evidence.keys()) {
      const kind = find(arrow, events)![condition]!.kind;
      const others = events.filter((event) => event.kind !== kind);
      assertEquals(find(arrow, others), null, `${written(arrow)}, ${kind}`);
    }
  }
});

Deno.test("a loop that only calls callbacks shows no arrow", async () => {
  const trace = new Trace();
  const loop = new EventLoop({ clock: "virtual", trace });
  loop.callSoon(() => {});
  loop.callLater(10, () => loop.stop());
  await loop.runForever();
  loop.close();
  assertEquals(shownBy(trace.events), []);
  assertNotEquals(trace.events, []);
});

Deno.test("a task that only sleeps shows no future and nothing of the world outside", () => {
  const { events } = recorded(sleep(10));
  assertEquals(shownBy(events), ["coroutine → task"]);
});

Deno.test("tasks that wait for each other show futures, and nothing of the world outside", () => {
  const { events } = recorded(function* () {
    const task = createTask(sleep(10));
    yield* gather([sleep(5), sleep(20)]);
    yield* createTask(sleep(30));
    yield* task;
  });
  assertEquals(shownBy(events), [
    "task → event loop",
    "event loop → task",
    "coroutine → task",
    "task → future",
    "future → event loop",
  ]);
});

Deno.test("the future that is settled must be the one that was waited for", async () => {
  const events = await record(main);
  const arrow = ARROWS.find((arrow) => arrow.from === "thread")!;
  const others = events.map((event) =>
    event.kind === "completed" && event.source.kind === "future"
      ? { ...event, source: { ...event.source, future: 1000 } }
      : event
  );
  assertEquals(find(arrow, others), null);
});

Deno.test("the line must be printed by the task whose turn it is", async () => {
  const events = await record(main);
  const arrow = ARROWS.find(({ from, to }) =>
    from === "task" && to === "coroutine"
  )!;
  const others = events.map((event) =>
    event.kind === "printed" ? { ...event, by: { task: 1000 } } : event
  );
  assertEquals(find(arrow, others), null);
});
