import {
  assert,
  assertEquals,
  assertRejects,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { FakeTime } from "@std/testing/time";
import {
  type Adapter,
  conformance,
  ConformanceError,
  loopbook,
  RULES,
} from "../../../src/testing/conformance/conformance.ts";
import { ALL_OPERATIONS } from "../../../src/testing/conformance/operations.ts";
import { PROGRAMS } from "./programs/programs.ts";

const SUITE = conformance(loopbook);

for (const { name, run } of SUITE.cases) {
  Deno.test(`loopbook, ${name}`, run);
}

Deno.test("our own loop has every operation, and every case runs on it", async () => {
  assertEquals(SUITE.missing, []);
  assertEquals(SUITE.notImplemented, []);
  assertEquals(SUITE.cases.length, PROGRAMS.length);
  const report = await SUITE.run();
  assertEquals([report.failed, report.broken], [0, []]);
  assertEquals(report.passed, PROGRAMS.length);
});

Deno.test("every rule has at least four cases, no two cases the same name or program", () => {
  for (const rule of Object.keys(RULES)) {
    const count = SUITE.cases.filter((each) => each.rule === Number(rule));
    assert(count.length >= 4, `Rule ${rule} has ${count.length} cases`);
  }
  assertEquals(
    new Set(SUITE.cases.map(({ name }) => name)).size,
    PROGRAMS.length,
  );
  const programs = SUITE.cases.map(({ program }) => JSON.stringify(program));
  assertEquals(new Set(programs).size, PROGRAMS.length);
});

Deno.test("a case names every operation that it uses", async () => {
  let used = new Set<string>();
  const watched = new Proxy(loopbook, {
    get(adapter, operation) {
      used.add(String(operation));
      return Reflect.get(adapter, operation);
    },
  });
  // Asked for in any case, if only to know the time of a line.
  const always = ["makeLoop", "run", "name", "time"];
  const optional = ["setExceptionHandler", "isCancellation"];
  for (const { name, needs, run } of conformance(watched).cases) {
    used = new Set();
    await run();
    const known = [...always, ...optional, ...needs];
    assertEquals([...used].filter((each) => !known.includes(each)), [], name);
  }
  const needed = SUITE.cases.flatMap(({ needs }) => needs);
  assertEquals(ALL_OPERATIONS.filter((each) => !needed.includes(each)), []);
});

/** A loop that can nothing but call soon. */
const tiny: Adapter<(() => void)[]> = {
  name: "the tiny loop",
  makeLoop: () => [],
  run(loop) {
    for (let next; (next = loop.shift()) !== undefined;) next();
  },
  callSoon: (loop, callback) => void loop.push(callback),
};

Deno.test("a loop with one operation is judged by it, and the rest is listed", async () => {
  const suite = conformance(tiny);
  assertEquals(suite.cases.map(({ needs }) => needs), [
    ["callSoon"],
    ["callSoon"],
    ["callSoon"],
    ["callSoon"],
  ]);
  assertEquals(
    suite.missing,
    ALL_OPERATIONS.filter((each) => each !== "callSoon"),
  );
  const report = await suite.run();
  assertEquals([report.passed, report.failed], [4, 0]);
  assertEquals(report.notImplemented, PROGRAMS.length - 4);
  assertStringIncludes(
    String(report),
    "Not implemented: time, callLater, callAt, cancelHandle,",
  );
});

Deno.test("an adapter without operations is judged by none", async () => {
  const report = await conformance({ makeLoop() {}, run() {} }).run();
  assertEquals([report.passed, report.failed, report.notImplemented], [
    0,
    0,
    PROGRAMS.length,
  ]);
});

/** Runs what was scheduled last first. */
const backwards: typeof tiny = {
  ...tiny,
  name: "the stack",
  run(loop) {
    for (let next; (next = loop.pop()) !== undefined;) next();
  },
};

Deno.test("a case that differs throws: the rule, the program, two timelines", async () => {
  const [first] = conformance(backwards).cases;
  const error = await assertRejects(() => first!.run(), ConformanceError);
  assertEquals(
    error.message,
    `\
Rule 1, A pass runs what is ready at its start, no more
Callbacks run in the order they were scheduled: the stack does otherwise than CPython

function a() {
  log("runs");
}

function b() {
  log("runs");
}

function c() {
  log("runs");
}

loop.callSoon(a);
loop.callSoon(b);
loop.callSoon(c);
log("nothing has run yet");
loop.run();

   ms  CPython 3.14.2                            ms  the stack
    0  ● │ │ │  script: nothing has run yet       0  ● │ │ │  script: nothing has run yet
    0  │ ● │ │  a: runs                     ≠     0  │ │ │ ●  c: runs
    0  │ │ ● │  b: runs                           0  │ │ ● │  b: runs
    0  │ │ │ ●  c: runs                           0  │ ● │ │  a: runs`,
  );
});

/** Joins what is due, then drains the queue without counting. */
const draining: Adapter<
  { ready: (() => void)[]; timers: (() => void)[] }
> = {
  name: "the drain",
  makeLoop: () => ({ ready: [], timers: [] }),
  run({ ready, timers }) {
    do {
      ready.push(...timers.splice(0));
      for (let next; (next = ready.shift()) !== undefined;) next();
    } while (timers.length > 0);
  },
  time: () => 0,
  callSoon: ({ ready }, callback) => void ready.push(callback),
  callLater: ({ timers }, _delay, callback) => void timers.push(callback),
};

Deno.test("that a pass is not counted shows with no more than callSoon and callLater", async () => {
  const report = await conformance(draining).run({ rules: [1] });
  assertEquals(
    report.results.filter(({ passed }) => !passed).map(({ title }) => title),
    ["A due timer runs before what its pass schedules"],
  );
});

Deno.test("the report shows the first difference and names the others", async () => {
  const report = await conformance(backwards).run();
  assertEquals(report.broken, [1]);
  const text = String(report);
  assertStringIncludes(text, "  ✗    1/4   1  A pass runs what is ready");
  assertStringIncludes(text, "2 more fail; begin with rule 1:\n  rule 1: What");
  assertStringIncludes(text, "the stack: 1 of 4 cases run as in CPython 3.14");
  const all = report.toText({ differences: Infinity, color: true });
  assertEquals(all.split("≠").length - 1, 3);
  assertStringIncludes(all, "\x1b[31m");
});

Deno.test("where a low rule is broken, the report says which fail with it", async () => {
  const late: Adapter = {
    ...loopbook,
    name: "the slow clock",
    callLater: (loop, delay, callback) =>
      loopbook.callLater!(loop, delay + 1, callback),
  };
  const report = await conformance(late).run({ rules: [2, 3, 6] });
  assertEquals(report.broken, [2]);
  const lines = String(report).split("\n");
  assertEquals(lines.slice(0, 3), [
    "  ✗    0/9   2  Timers fire by deadline, then first in, first out",
    "  ✗    1/4   3  stop() lets the pass finish (rests on 2)",
    "  ✓  10/10   6  Done callbacks are scheduled, in the order they were added",
  ]);
});

Deno.test("a loop that lives on promises can be judged", async () => {
  const later: typeof tiny = {
    ...tiny,
    async run(loop) {
      for (let next; (next = loop.shift()) !== undefined;) {
        await null;
        next();
      }
    },
  };
  const report = await conformance(later).run();
  assertEquals([report.passed, report.failed], [4, 0]);
});

Deno.test("a run whose promise never settles is given up", async () => {
  using time = new FakeTime();
  const stuck = { ...tiny, run: () => new Promise<void>(() => {}) };
  const running = conformance(stuck).cases[0]!.run();
  const failing = assertRejects(
    () => running,
    ConformanceError,
    "The promise of run() did not settle within 2000 ms",
  );
  await time.tickAsync(2000);
  await failing;
});

Deno.test("a loop that runs something again and again is given up", async () => {
  const again: typeof tiny = {
    ...tiny,
    run(loop) {
      for (let turn = 0; turn < 5000; turn++) loop[0]!();
    },
  };
  await assertRejects(
    () => conformance(again).cases[0]!.run(),
    ConformanceError,
    "The program took more than 2000 steps",
  );
});

Deno.test("what the loop throws is part of the report", async () => {
  const cases: [Partial<typeof tiny>, string][] = [
    [{
      run() {
        throw new RangeError("no way");
      },
    }, "The loop threw RangeError: no way"],
    [{
      makeLoop() {
        throw new Error("no loop today");
      },
    }, "The loop threw Error: no loop today"],
    [{ run: () => Promise.reject("just words") }, "The loop threw just words"],
  ];
  for (const [part, message] of cases) {
    const { cases: [first] } = conformance({ ...tiny, ...part });
    await assertRejects(() => first!.run(), ConformanceError, message);
  }
});

Deno.test("a wrong adapter is told what is wrong with it", () => {
  const cases: [unknown, string][] = [
    [null, "Adapter must be an object with makeLoop and run, not null"],
    [() => {}, "Adapter must be an object with makeLoop and run, not function"],
    [{}, "Adapter has no makeLoop()"],
    [{ makeLoop() {} }, "Adapter has no run()"],
    [{ ...tiny, run: true }, "Adapter's run must be a function, not boolean"],
    [{ ...tiny, name: 7 }, "Adapter's name must be a string, not number"],
    [{ ...tiny, callsoon() {} }, 'did you mean "callSoon"?'],
    [{ ...tiny, dance() {} }, "take it out, or name it as in OPERATIONS"],
  ];
  for (const [adapter, message] of cases) {
    assertThrows(() => conformance(adapter as Adapter), TypeError, message);
  }
});

Deno.test("a rule or a name can be run alone, and each result is heard", async () => {
  const heard: string[] = [];
  const report = await SUITE.run({
    rules: [1, 6],
    names: [
      "rule 6: The callback gets its future",
      "rule 2: Timers fire by deadline, not by age",
    ],
    onCase: (name) => heard.push(`begins ${name}`),
    onResult: ({ name, passed }) => heard.push(`${passed} ${name}`),
  });
  assertEquals(heard, [
    "begins rule 6: The callback gets its future",
    "true rule 6: The callback gets its future",
  ]);
  assertEquals(report.rules.map(({ rule }) => rule), [6]);
});

Deno.test("nothing else of the library imports the suite: it is too large for everyone", async () => {
  const project = new URL("../../../", import.meta.url);
  const importers: string[] = [];
  for await (const path of modules(project, ["mod.ts", "src/"])) {
    if (path.startsWith("src/testing/conformance/")) continue;
    const text = await Deno.readTextFile(new URL(path, project));
    if (/from "[^"]*conformance\//.test(text)) importers.push(path);
  }
  assertEquals(importers, []);
});

async function* modules(
  project: URL,
  paths: readonly string[],
): AsyncGenerator<string> {
  for (const path of paths) {
    if (!path.endsWith("/")) {
      if (path.endsWith(".ts")) yield path;
      continue;
    }
    const inside: string[] = [];
    for await (const entry of Deno.readDir(new URL(path, project))) {
      inside.push(`${path}${entry.name}${entry.isDirectory ? "/" : ""}`);
    }
    yield* modules(project, inside);
  }
}
