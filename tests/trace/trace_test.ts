import {
  assert,
  assertEquals,
  assertStrictEquals,
  assertStringIncludes,
} from "@std/assert";
import { createTask, getRunningLoop, runSync, sleep } from "../../mod.ts";
import type { PrintedEvent } from "../../mod.ts";
import { Trace } from "../../src/trace/trace.ts";
import { helloScript } from "./script.ts";

/** A console that writes its lines down. */
function paperConsole() {
  const lines: string[] = [];
  const write = (method: string) => (...args: unknown[]) => {
    lines.push(`${method}: ${args.join(" ")}`);
  };
  return {
    lines,
    log: write("log"),
    info: write("info"),
    debug: write("debug"),
    warn: write("warn"),
    error: write("error"),
  };
}

function printed(trace: Trace): PrintedEvent[] {
  return trace.events.filter((event) => event.kind === "printed");
}

Deno.test("Trace records a loop's events in their order", () => {
  const trace = new Trace();
  runSync(sleep(1000), { trace });
  const kinds = trace.events.map(({ kind }) => kind)
    .filter((kind) => kind !== "pass");
  assertEquals(kinds.slice(0, 4), [
    "created",
    "started",
    "timer-set",
    "suspended",
  ]);
  assert(
    trace.events.every((event, index, all) =>
      index === 0 || event.time >= (all[index - 1]?.time ?? 0)
    ),
  );
});

Deno.test("Trace goes through JSON and back without a loss", () => {
  const trace = Trace.fromEvents(helloScript().events);
  const json = JSON.parse(JSON.stringify(trace));
  assertEquals([json.format, json.version], ["loopbook-trace", 1]);
  const copy = Trace.fromEvents(json.events);
  assertEquals(copy.events, trace.events);
  assertEquals(copy.toTimeline(), trace.toTimeline());
});

Deno.test("Trace.fromEvents() copies: recording goes on in the copy only", () => {
  const trace = Trace.fromEvents(helloScript().events);
  const copy = Trace.fromEvents(trace.events);
  copy.record({ kind: "pass", time: 1000, pass: 4, ready: 0 });
  assertEquals(copy.events.length, trace.events.length + 1);
});

Deno.test("Trace.listen() hears who prints what, in which pass and when", () => {
  const trace = new Trace();
  const paper = paperConsole();
  const listening = trace.listen(paper);
  paper.log("before");
  runSync(function* main() {
    paper.log("main");
    getRunningLoop().callSoon(function ring() {
      paper.warn("callback");
    });
    yield* createTask(sleep(5));
    paper.info("later");
  }, { trace });
  paper.error("after");
  listening.stop();
  paper.log("not heard");

  const ring = trace.events.find((event) =>
    event.kind === "called" && event.label === "ring"
  );
  assert(ring?.kind === "called");
  assertEquals(
    printed(trace).map(({ text, by, time }) => ({ text, by, time })),
    [
      { text: "before", by: null, time: 0 },
      { text: "main", by: { task: 1 }, time: 0 },
      { text: "callback", by: { callback: ring.callback }, time: 0 },
      { text: "later", by: { task: 1 }, time: 5 },
      { text: "after", by: null, time: 5 },
    ],
  );
  assertEquals(paper.lines, [
    "log: before",
    "log: main",
    "warn: callback",
    "info: later",
    "error: after",
    "log: not heard",
  ]);
});

Deno.test("Trace.listen() keeps the lines to itself when there is to be no echo", () => {
  const trace = new Trace();
  const paper = paperConsole();
  const listening = trace.listen(paper, { echo: false });
  paper.log("quiet");
  listening.stop();
  paper.log("loud");
  assertEquals(paper.lines, ["log: loud"]);
  assertEquals(printed(trace).map(({ text }) => text), ["quiet"]);
});

Deno.test("Trace.listen() gives the console its own methods back", () => {
  const paper = paperConsole();
  const own = { ...paper };
  const inherited: ReturnType<typeof paperConsole> = Object.create(paper);
  const trace = new Trace();
  {
    using _one = trace.listen(paper);
    using _other = trace.listen(inherited);
    assert(paper.log !== own.log);
  }
  assertStrictEquals(paper.log, own.log);
  assertStrictEquals(paper.error, own.error);
  assertEquals(Object.keys(inherited), []);
});

Deno.test("Trace.listen() leaves in place who came to the console after it", () => {
  const trace = new Trace();
  const paper = paperConsole();
  const listening = trace.listen(paper);
  const ours = paper.log;
  const theirs = (...args: unknown[]) => ours("theirs", ...args);
  paper.log = theirs;
  listening.stop();
  listening.stop();
  paper.log("hello");
  assertStrictEquals(paper.log, theirs);
  assertEquals(paper.lines, ["log: theirs hello"]);
  assertEquals(printed(trace), []);
});

Deno.test("Trace.listen() without a console listens to the global one", () => {
  const trace = new Trace();
  const own = console.log;
  const listening = trace.listen(undefined, { echo: false });
  try {
    console.log("global", { deep: [1] });
  } finally {
    listening.stop();
  }
  assertStrictEquals(console.log, own);
  assertEquals(printed(trace).map(({ text }) => text), [
    "global { deep: [ 1 ] }",
  ]);
});

Deno.test("Trace draws itself in every form", () => {
  const trace = Trace.fromEvents(helloScript().events);
  assertStringIncludes(trace.toTimeline({ width: 40 }), "Hello, world!");
  assertStringIncludes(trace.toSvg({ width: 400 }), "Hello, world!");
  assertStringIncludes(JSON.stringify(trace.toChromeTrace()), "Hello, world!");
});
