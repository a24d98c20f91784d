import { assertEquals, assertStringIncludes } from "@std/assert";
import type { CaseResult, Result } from "../../benches/harness.ts";
import type { BrokenCase, Report, Taken } from "../../benches/report.ts";
import { drawReport } from "../../benches/table.ts";
import { MACHINE } from "./machine.ts";

function result(name: string, median: number, more: Partial<Result> = {}) {
  const summary = { median, lower: median * 0.9, upper: median * 1.1 };
  return {
    name,
    oneIn: 1,
    samples: [median],
    value: summary,
    ratio: null,
    goal: null,
    absent: null,
    ...more,
  };
}

function ratio(median: number) {
  return { median, lower: median - 0.1, upper: median + 0.1 };
}

function draw(it: Partial<CaseResult>, ...broken: BrokenCase[]): string {
  return drawReport(reportOf(it, { broken }));
}

function drawLoad(taken: Taken): string {
  return drawReport(reportOf({}, { taken })).split("\n").at(-1)!;
}

function reportOf(
  it: Partial<CaseResult>,
  more: { broken?: readonly BrokenCase[]; taken?: Taken },
): Report {
  return {
    date: "2026-01-31",
    machine: MACHINE,
    plan: { warmUp: 3, rounds: 20 },
    benches: [{
      name: "spawn",
      about: "many tasks",
      cases: [{
        name: "all at once",
        size: 1,
        unit: "ms",
        limit: null,
        ours: result("loopbook", 20),
        peers: [],
        ...it,
      }],
      ...more,
    }],
  };
}

Deno.test("the table lines up medians, quartiles, ratios and goals", () => {
  const text = draw({
    peers: [
      result("Promise.all", 50, { ratio: ratio(2.5), goal: 2 }),
      result("Effect", 1250, { ratio: ratio(62.5), goal: 100, oneIn: 10 }),
      result("CPython", 0, { value: null, absent: "no python3 on the path" }),
    ],
  });
  assertEquals(
    text.split("\n\n").slice(0, 2).join("\n\n"),
    `\
spawn: many tasks

  all at once        median            quartiles   ratio        quartiles      goal
    loopbook        20.0 ms    18.0 ms … 22.0 ms
    Promise.all     50.0 ms    45.0 ms … 55.0 ms  2.50 ×  2.40 × … 2.60 ×  ≥ 2.00 ×   pass
    Effect (1/10)  1,250 ms  1,125 ms … 1,375 ms  62.5 ×  62.4 × … 62.6 ×   ≥ 100 ×  below
    CPython        no python3 on the path`,
  );
});

Deno.test("a goal that is met exactly is met", () => {
  assertStringIncludes(
    draw({ peers: [result("heap", 30, { ratio: ratio(1.5), goal: 1.5 })] }),
    "≥ 1.50 ×  pass",
  );
});

Deno.test("a limit of our own is held against our median", () => {
  const bytes = { unit: "bytes", limit: 500 } as const;
  assertStringIncludes(
    draw({ ...bytes, ours: result("loopbook", 500) }),
    "≤ 500 B  pass",
  );
  assertStringIncludes(
    draw({ ...bytes, ours: result("loopbook", 501) }),
    "≤ 500 B  below",
  );
});

Deno.test("a case that broke says why, below those that did not", () => {
  const text = draw({}, { name: "one by one", why: "out of memory\n  at …" });
  assertStringIncludes(text, "20.0 ms  18.0 ms … 22.0 ms\n");
  assertStringIncludes(text, "\n\n  one by one  broken: out of memory\n");
});

Deno.test("the table says where and how it was measured", () => {
  assertEquals(
    draw({}).split("\n\n").at(-1),
    `\
Medians of 20 rounds at most, in turns, each contestant in a process of its own.
ratio: its value over loopbook's, round by round; more is better for loopbook.
1/10: it did a tenth of the work, and its value is scaled up.
A processor, 2 cores, 8 GiB, linux x86_64; Deno 2.9.6, V8 15.0; no python3`,
  );
});

Deno.test("the table says whether the machine had other things to do", () => {
  const last = (...load: Taken["load"]) =>
    drawLoad({ begin: "2026-01-31T12:00Z", end: "2026-01-31T12:01Z", load });
  assertEquals(
    last(0.1, 1.2),
    "The machine was quiet: load 0.1 to 1.2, our own program included.",
  );
  assertEquals(
    last(0.1, 3),
    "The machine was busy with other things: load 0.1 to 3, where 1 is our own; trust no single value.",
  );
});
