import {
  assert,
  assertEquals,
  assertGreaterOrEqual,
  assertNotEquals,
  assertThrows,
} from "@std/assert";
import fc from "npm:fast-check@4.10.2";
import {
  type ChromeTrace,
  type ChromeTraceEvent,
  toChromeTrace,
} from "../../src/trace/chrome_trace.ts";
import { readTurns } from "../../src/trace/turn_reader.ts";
import { validateChromeTrace } from "./chrome_validator.ts";
import { randomTrace } from "./random_program.ts";
import {
  cancelScript,
  crowdScript,
  helloScript,
  Script,
  workersScript,
} from "./script.ts";

/** As a viewer gets it. */
function stored(trace: ChromeTrace): ChromeTrace {
  return JSON.parse(JSON.stringify(trace));
}

function ofPhase(trace: ChromeTrace, phase: string): ChromeTraceEvent[] {
  return trace.traceEvents.filter(({ ph }) => ph === phase);
}

Deno.test("toChromeTrace() keeps to the format, for scripts and for random programs", () => {
  for (
    const script of [
      helloScript(),
      workersScript(),
      cancelScript(),
      crowdScript(50),
    ]
  ) {
    assertEquals(validateChromeTrace(stored(toChromeTrace(script.events))), []);
  }
  fc.assert(fc.property(
    randomTrace,
    fc.option(fc.integer({ min: 1, max: 1e6 }), { nil: undefined }),
    (events, turnWidth) => {
      const options = turnWidth === undefined ? {} : { turnWidth };
      assertEquals(
        validateChromeTrace(stored(toChromeTrace(events, options))),
        [],
      );
    },
  ));
});

Deno.test("toChromeTrace() has one span for each turn, with its true time", () => {
  fc.assert(fc.property(randomTrace, (events) => {
    const { turns } = readTurns(events);
    const spans = ofPhase(toChromeTrace(events), "X")
      .filter(({ cat }) => cat === "turn");
    assertEquals(
      spans.map(({ args }) => [args.actor, args.time, args.pass]),
      turns.map(({ actor, time, pass }) => [actor.name, time, pass]),
    );
  }));
});

Deno.test("toChromeTrace() never draws a turn before its time or before the last one", () => {
  fc.assert(fc.property(randomTrace, (events) => {
    const { start } = readTurns(events);
    let end = 0;
    for (const span of ofPhase(toChromeTrace(events), "X")) {
      if (span.cat !== "turn") continue;
      assertGreaterOrEqual(span.ts, end - 1e-6);
      assertGreaterOrEqual(span.ts, 1000 * (Number(span.args.time) - start));
      end = span.ts + (span.dur ?? 0);
    }
  }));
});

Deno.test("toChromeTrace() draws who woke whom as flows from thread to thread", () => {
  const trace = toChromeTrace(workersScript().events);
  const tids = (phase: string) =>
    ofPhase(trace, phase).map(({ name, tid }) => `${name} ${tid}`);
  // Tasks 1 to 3 are threads 1 to 3, the loop is thread 4.
  assertEquals(tids("s").sort(), [
    "b 3",
    "sleep 4",
    "sleep 4",
    "start 1",
    "start 1",
  ]);
  assertEquals(tids("f").sort(), [
    "b 1",
    "sleep 2",
    "sleep 3",
    "start 2",
    "start 3",
  ]);
});

Deno.test("toChromeTrace() draws no flow from a task that gave way to itself", () => {
  const script = new Script().created(1).at(0, 1).started(1)
    .suspended(1, { kind: "pass" }).at(0, 2).resumed(1).finished(1);
  assertEquals(ofPhase(toChromeTrace(script.events), "s"), []);
});

Deno.test("toChromeTrace() names the threads and sorts the loop to the top", () => {
  const names = ofPhase(toChromeTrace(workersScript().events), "M")
    .filter(({ name }) => name === "thread_name")
    .map(({ args }) => args.name);
  assertEquals(names, ["event loop", "main", "a", "b"]);
});

Deno.test("toChromeTrace() has an instant for each printed line, inside its turn", () => {
  const [print] = ofPhase(toChromeTrace(helloScript().events), "i");
  assertEquals([print?.name, print?.tid, print?.args.time], [
    "Hello, world!",
    1,
    1000,
  ]);
});

Deno.test("toChromeTrace() draws turns as wide as it is told", () => {
  const widths = (turnWidth: number) =>
    new Set(
      ofPhase(toChromeTrace(workersScript().events, { turnWidth }), "X")
        .filter(({ cat }) => cat === "turn").map(({ dur }) => dur),
    );
  assertEquals(widths(5), new Set([5]));
  assertEquals(widths(250), new Set([250]));
});

Deno.test("toChromeTrace() draws a turn as long as it took on a real clock", () => {
  const events = helloScript().events.map((event) =>
    event.kind === "finished" ? { ...event, time: 1300.5 } : event
  );
  const last = ofPhase(toChromeTrace(events), "X").at(-1);
  assertEquals(last?.dur, 300_500);
});

Deno.test("toChromeTrace() makes a process of each run", () => {
  const events = [...helloScript().events, ...workersScript().events];
  const trace = toChromeTrace(events);
  assertEquals(validateChromeTrace(stored(trace)), []);
  assertEquals(
    new Set(trace.traceEvents.map(({ pid }) => pid)),
    new Set([1, 2]),
  );
});

Deno.test("toChromeTrace() of nothing is an empty file", () => {
  assertEquals(toChromeTrace([]), { traceEvents: [], displayTimeUnit: "ms" });
});

Deno.test("toChromeTrace() refuses a width that can't be drawn", () => {
  for (const turnWidth of [0, -1, NaN, Infinity]) {
    assertThrows(
      () => toChromeTrace([], { turnWidth }),
      RangeError,
      `Invalid turnWidth: ${turnWidth}; give at least 1 microsecond`,
    );
  }
});

/** Ways to spoil a good file; the validator must see every one. */
const mutants: Record<string, (events: Record<string, unknown>[]) => void> = {
  "a name is missing": (events) => delete events.at(-1)?.name,
  "a category is missing": (events) => delete events.at(-1)?.cat,
  "a phase does not exist": (events) => change(events, "X", { ph: "Q" }),
  "a time is missing": (events) => change(events, "X", { ts: undefined }),
  "a time is negative": (events) => change(events, "X", { ts: -1 }),
  "a time is text": (events) => change(events, "X", { ts: "0" }),
  "a length is missing": (events) => change(events, "X", { dur: undefined }),
  "a length is negative": (events) => change(events, "X", { dur: -5 }),
  "a process is missing": (events) => change(events, "X", { pid: undefined }),
  "a thread is a name": (events) => change(events, "X", { tid: "main" }),
  "a thread is number 0": (events) => change(events, "X", { tid: 0 }),
  "args are a list": (events) => change(events, "X", { args: [] }),
  "an instant has no scope": (events) => change(events, "i", { s: undefined }),
  "a flow has no id": (events) => change(events, "s", { id: undefined }),
  "a flow starts twice": (events) =>
    change(events, "f", { ph: "s", bp: undefined }),
  "a flow has no end": (events) => remove(events, "f"),
  "a flow has no start": (events) => remove(events, "s"),
  "a flow changes its name": (events) => change(events, "f", { name: "other" }),
  "a flow ends before it starts": (events) => change(events, "f", { ts: 0 }),
  "a flow starts outside of any span": (events) =>
    change(events, "s", { ts: 1e9 }),
  "a flow binds to nowhere": (events) => change(events, "f", { bp: "x" }),
  "a span reaches into the next": (events) => {
    const [one, next] = events.filter(({ cat }) => cat === "pass");
    assert(one && next);
    one.dur = Number(next.ts) + Number(next.dur) / 2 - Number(one.ts);
  },
  "a thread has no name": (events) => remove(events, "M", "thread_name"),
  "a thread's name is a number": (events) =>
    change(events, "M", { args: { name: 7 } }),
  "metadata is unknown": (events) => change(events, "M", { name: "colour" }),
  "time goes back": (events) => events.push(...events.splice(-4, 1)),
};

type Events = Record<string, unknown>[];

function change(
  events: Events,
  phase: string,
  fields: Record<string, unknown>,
): void {
  const event = events.find(({ ph }) => ph === phase);
  assert(event);
  Object.assign(event, fields);
}

function remove(events: Events, phase: string, called?: string): void {
  const index = events.findIndex(({ ph, name }) =>
    ph === phase && (called === undefined || name === called)
  );
  assertNotEquals(index, -1);
  events.splice(index, 1);
}

for (const [fault, spoil] of Object.entries(mutants)) {
  Deno.test(`The validator of these tests refuses a file in which ${fault}`, () => {
    const good = JSON.parse(
      JSON.stringify(toChromeTrace(workersScript().events)),
    );
    assertEquals(validateChromeTrace(good), []);
    spoil(good.traceEvents);
    assertNotEquals(validateChromeTrace(good), []);
  });
}

Deno.test("The validator of these tests refuses what is no trace at all", () => {
  for (
    const file of [null, [], {}, { traceEvents: {}, displayTimeUnit: "ms" }]
  ) {
    assertNotEquals(validateChromeTrace(file), []);
  }
  assertNotEquals(
    validateChromeTrace({ traceEvents: [], displayTimeUnit: "h" }),
    [],
  );
});
