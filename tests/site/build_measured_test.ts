/** How measurements become part of a page. */

import { assert, assertEquals, assertThrows } from "@std/assert";
import { parseHTML } from "npm:linkedom@0.18.15";
import type { CaseResult, Result } from "../../benches/harness.ts";
import { renderMarkdown } from "../../site/markdown/markdown.ts";
import { drawAsked } from "../../site/measured/asked.ts";
import { drawBar, drawMarks, scaleOf } from "../../site/measured/bars.ts";
import { drawBench } from "../../site/measured/figures.ts";
import {
  askedOf,
  type Measured,
  readMeasured,
} from "../../site/measured/results.ts";
import { MACHINE } from "../benches/machine.ts";

const PAGE = "site/pages/measurements/index.md";

function ratio(median: number) {
  return { median, lower: median * 0.9, upper: median * 1.1 };
}

function result(name: string, more: Partial<Result> = {}): Result {
  return {
    name,
    oneIn: 1,
    samples: [20, 20],
    value: ratio(20),
    ratio: null,
    goal: null,
    absent: null,
    ...more,
  };
}

function bench(
  it: Partial<CaseResult>,
  more: Partial<Measured> = {},
): Measured {
  return {
    name: "one-by-one",
    about: "tasks in a row",
    date: "2026-01-31",
    file: "benches/results/all.json",
    machine: MACHINE,
    cases: [{
      name: "in a row",
      size: 1,
      unit: "ms",
      limit: null,
      ours: result("loopbook"),
      peers: [],
      ...it,
    }],
    ...more,
  };
}

/** The rows of a figure's table, cell by cell. */
function rowsOf(html: string): string[][] {
  const { document } = parseHTML(html);
  return [...document.querySelectorAll("tbody tr")].map((row) =>
    [...row.children].map((cell) => cell.textContent.replaceAll("\u00a0", " "))
  );
}

function partsOf(svg: string): Record<string, string> {
  return Object.fromEntries(
    [...svg.matchAll(/class="(\w+)" (?:d="M|x=")([\d.]+)/g)]
      .map(([, kind, x]) => [kind!, x!]),
  );
}

Deno.test("a scale has the powers of ten around the ratios and around 1", () => {
  assertEquals(scaleOf([]), { from: -1, to: 1 });
  assertEquals(scaleOf([3, 40]), { from: -1, to: 2 });
  assertEquals(scaleOf([0.004, 1000]), { from: -3, to: 3 });
});

Deno.test("a bar goes right for who needs more and left for who needs less", () => {
  const scale = { from: -1, to: 1 };
  const more = drawBar(ratio(10 ** 0.5), 2, scale);
  assertEquals(
    more.match(/<rect[^>]*>/)![0],
    '<rect class="more" x="100" y="3" width="50" height="8"/>',
  );
  const less = drawBar(ratio(10 ** -0.5), null, scale);
  assertEquals(
    less.match(/<rect[^>]*>/)![0],
    '<rect class="less" x="50" y="3" width="50" height="8"/>',
  );
  assertEquals(partsOf(more)["goal"], "130.1");
  assertEquals(partsOf(less)["goal"], undefined);
});

Deno.test("this library's own row shows where 1 is, and no bar", () => {
  const svg = drawBar(null, null, { from: -1, to: 2 });
  assertEquals(svg.includes("<rect"), false);
  assertEquals(partsOf(svg)["one"], "66.67");
});

Deno.test("the marks say what they stand for", () => {
  const html = drawMarks({ from: -1, to: 3 });
  assertEquals([...html.matchAll(/%">([^<]+)/g)].map(([, text]) => text), [
    "0.1",
    "1",
    "10",
    "100",
    "1k",
  ]);
});

Deno.test("a row has the ratio, its quartiles, and what became of the goal", () => {
  const html = drawBench(bench({
    peers: [
      result("Effect", { ratio: ratio(62.5), goal: 10, oneIn: 10 }),
      result("await", { ratio: ratio(0.5), goal: 0.95 }),
      result("co", { ratio: ratio(4) }),
    ],
  }));
  assertEquals(rowsOf(html), [
    ["loopbook", "20.0 ms", "18.0 ms … 22.0 ms", ""],
    ["Effect (1/10)", "62.5 ×", "56.3 × … 68.8 ×", "10.0 ×: reached"],
    ["await", "0.50 ×", "0.45 × … 0.55 ×", "0.95 ×: short"],
    ["co", "4.00 ×", "3.60 × … 4.40 ×", ""],
  ]);
});

Deno.test("a limit of our own is in our own row", () => {
  const bytes = { unit: "bytes", limit: 500 } as const;
  const row = (median: number) =>
    rowsOf(drawBench(bench({
      ...bytes,
      ours: result("loopbook", { value: ratio(median) }),
    })))[0]!.at(-1);
  assertEquals(row(500), "at most 500 B: reached");
  assertEquals(row(501), "at most 500 B: short");
});

Deno.test("who was absent, and what broke, is said below", () => {
  const html = drawBench(bench(
    {
      peers: [result("uvloop", { value: null, absent: "not <installed>" })],
    },
    { broken: [{ name: "by twos", why: "Error: out of memory\n  at …" }] },
  ));
  assert(html.includes("uvloop did not take part: not &lt;installed&gt;"));
  assert(html.includes("by twos broke: Error: out of memory<"));
  assertEquals(rowsOf(html).length, 1);
});

Deno.test("a figure says whether the machine was quiet", () => {
  const taken = (...load: [number, number]) =>
    drawBench(bench({}, { taken: { begin: "", end: "", load } }));
  assert(taken(0.2, 1.1).includes("the machine was quiet (load 0.2 to 1.1)"));
  assert(
    taken(0.2, 3).includes("had other things to do as well (load 0.2 to 3)"),
  );
  assert(
    drawBench(bench({})).includes("how busy the machine was is not known"),
  );
});

Deno.test("what falls short comes first, with the reason that fits best", () => {
  const measured = bench({
    peers: [
      result("await", { ratio: ratio(0.5), goal: 1 }),
      result("co", { ratio: ratio(3), goal: 2 }),
      result("Effect", { ratio: ratio(2), goal: 5 }),
    ],
  });
  const reasons = [
    { bench: "switches", why: "another bench" },
    { bench: "one-by-one", peer: "await", why: "await makes no task" },
  ];
  const html = drawAsked([measured], reasons);
  assert(
    html.includes(
      "Of 3 goals that were set in advance, 1 are reached and 2 are not",
    ),
  );
  assertEquals(itemsOf(html), [
    "one-by-one, in a row, against await: 0.50 ×, asked at least 1.00 × | await makes no task",
    "one-by-one, in a row, against Effect: 2.00 ×, asked at least 5.00 × | Why is not known yet.",
    "one-by-one, in a row, against co: 3.00 ×, asked at least 2.00 ×",
  ]);
});

Deno.test("what falls short for no known reason on a busy machine may be its fault", () => {
  const short = bench({
    peers: [result("await", { ratio: ratio(1), goal: 2 })],
  });
  const load = [1, 3] as const;
  const busy = { ...short, taken: { begin: "", end: "", load } };
  assertEquals(itemsOf(drawAsked([busy], [])), [
    "one-by-one, in a row, against await: 1.00 ×, asked at least 2.00 × | Why is not known; the machine had other things to do.",
  ]);
});

Deno.test("what falls short for one reason stands together", () => {
  const measured = bench({
    peers: ["await", "co"].map((name) =>
      result(name, { ratio: ratio(1), goal: 2 })
    ),
  });
  const html = drawAsked([measured], [{ bench: "one-by-one", why: "garbage" }]);
  assertEquals(itemsOf(html), [
    "one-by-one, in a row, against await: 1.00 ×, asked at least 2.00 × | one-by-one, in a row, against co: 1.00 ×, asked at least 2.00 × | garbage",
  ]);
});

/** The items of a list, a bar where a line ends. */
function itemsOf(html: string): string[] {
  return [...html.matchAll(/<li>(.*?)<\/li>/g)].map(([, item]) =>
    item!.replaceAll("\u00a0", " ").replaceAll(/<br>|<p>/g, " | ")
      .replaceAll(/<[^>]+>/g, "")
  );
}

Deno.test("a goal that nobody was there for is neither reached nor missed", () => {
  const absent = result("CPython", { value: null, goal: 40, absent: "no" });
  assertEquals(askedOf(bench({ peers: [absent] })), []);
});

Deno.test("of several files the latest run of a bench counts", async () => {
  const folder = await Deno.makeTempDir({ dir: ".loopbook" });
  const { machine } = bench({});
  const write = (name: string, date: string, about: string, end?: string) =>
    Deno.writeTextFile(
      `${folder}/${name}.json`,
      JSON.stringify({
        date,
        machine,
        benches: [{
          name: "spawn",
          about,
          cases: [],
          ...(end && { taken: { begin: end, end, load: [0, 0] } }),
        }],
      }),
    );
  try {
    await write("a", "2026-01-30", "older");
    await write("b", "2026-01-31", "by day");
    assertEquals(readMeasured(folder).get("spawn")!.about, "by day");
    await write("a", "2026-01-31", "by minute", "2026-01-31T12:00Z");
    assertEquals(readMeasured(folder).get("spawn")!.about, "by minute");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("a block that names no bench says which there are", () => {
  assertThrows(
    () => renderMarkdown("```measured coffee\n```", PAGE),
    Error,
    'Nothing is kept of a bench "coffee"; there are',
  );
});

Deno.test("the page of measurements shows every bench that is kept, once", () => {
  const html = renderMarkdown(Deno.readTextFileSync(PAGE), PAGE);
  const shown = [...html.matchAll(/<figcaption><a [^>]*>([\w-]+)<\/a>/g)]
    .map(([, name]) => name!);
  assertEquals(shown.toSorted(), [...readMeasured().keys()].sort());
});

Deno.test("every reason on the page of measurements is about a bench that is kept", () => {
  const reasons: { bench: string; case?: string; peer?: string }[] = JSON.parse(
    Deno.readTextFileSync("site/pages/measurements/reasons.json"),
  );
  const measured = readMeasured();
  const strangers = reasons.filter(({ bench, case: name, peer }) => {
    const cases = (measured.get(bench)?.cases ?? [])
      .filter((it) => name === undefined || it.name === name);
    return !cases.some(({ peers }) =>
      peer === undefined || peers.some(({ name }) => name === peer)
    );
  });
  assertEquals(strangers, []);
});
