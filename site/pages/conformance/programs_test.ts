/** What the programs of the page show, and that its tables are whole. */

import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { conformance, OPERATIONS } from "@loopbook/loopbook/conformance";
import { stub } from "@std/testing/mock";
import * as grown from "./grown.ts";
import * as passes from "./passes.ts";
import * as queue from "./queue.ts";
import * as timers from "./timers.ts";
import * as whole from "./whole.ts";

/** What a program prints. */
async function printed(main: () => Promise<void>): Promise<string[]> {
  const lines: string[] = [];
  using _ = stub(console, "log", (...values: unknown[]) => {
    lines.push(
      ...values.map(
        (each) => typeof each === "string" ? each : JSON.stringify(each),
      ).join(" ").split("\n"),
    );
  });
  await main();
  return lines;
}

Deno.test("a queue runs all that it can be asked as CPython does", async () => {
  const { passed, failed } = await conformance(queue.adapter).run();
  assert(passed > 0);
  assertEquals(failed, 0);
  const [first = "", second = ""] = await printed(queue.main);
  assertStringIncludes(first, "✓");
  assertStringIncludes(second, "Rules 2–28: operations that it lacks");
});

Deno.test("a queue with timers breaks rule 1, and rule 2 rests on it", async () => {
  const { broken, results } = await conformance(timers.adapter).run();
  assertEquals(broken, [1]);
  const first = results.find(({ passed }) => !passed);
  assertEquals(first?.expected, ["0 a runs", "0 timer runs", "0 next runs"]);
  assertEquals(first?.actual, ["0 a runs", "0 next runs", "0 timer runs"]);
  const lines = await printed(timers.main);
  assert(lines.some((line) => line.endsWith("; begin with rule 1:")));
  assert(lines.some((line) => line.includes("(rests on 1)")));
});

Deno.test("passes mend it", async () => {
  const { results } = await conformance(timers.adapter).run();
  assertEquals(await printed(passes.main), [
    JSON.stringify({ passed: results.length, failed: 0, broken: [] }),
  ]);
});

Deno.test("each part of the small loop brings its rules, and none fails", async () => {
  const lines = await printed(grown.main);
  assertEquals(
    lines.map((line) => line.replace(/^(.*?) +\d+ passed, /, "$1: ")),
    [
      "Loop: 0 failed; rules 1, 2, 3, 4",
      "Future: 0 failed; rules 1, 2, 3, 4, 6, 8",
      "Task, sleep: 0 failed; rules 1, 2, 3, 4, 5, 6, 8, 9, 12",
      "cancel: 0 failed; rules 1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12",
    ],
  );
});

Deno.test("this library's loop keeps all 28 rules and lacks nothing", async () => {
  const lines = await printed(whole.main);
  assertEquals(lines.filter((line) => line.startsWith("  ✓")).length, 28);
  assert(!lines.some((line) => line.includes("Not implemented")));
});

const PAGE = await Deno.readTextFile(new URL("index.md", import.meta.url));
const PROJECT = new URL("../../../", import.meta.url);

/** The rows of the first table below a text: for each, its cells. */
function tableBelow(text: string): string[][] {
  const from = PAGE.indexOf(text);
  assert(from >= 0, `The page has no "${text}"`);
  const table = /\n\|.*\n\|[-|]*\n((?:\|.*\n)+)/.exec(PAGE.slice(from))!;
  return table[1]!.trimEnd().split("\n")
    .map((row) => row.split("|").slice(1, -1).map((cell) => cell.trim()));
}

/** The words in backticks. */
function coded(text: string): string[] {
  return Array.from(text.matchAll(/`([^`]+)`/g), ([, word]) => word!);
}

Deno.test("the table of operations is OPERATIONS, group by group", () => {
  assertEquals(
    Object.fromEntries(
      tableBelow("{#adapter}").map(([group, names]) => [group, coded(names!)]),
    ),
    Object.fromEntries(
      Object.entries(OPERATIONS).map(([group, names]) => [group, [...names]]),
    ),
  );
});

Deno.test("the reference names what is exported, all of it and nothing else", async () => {
  const { exports } = JSON.parse(
    await Deno.readTextFile(new URL("deno.json", PROJECT)),
  );
  const door = await Deno.readTextFile(
    new URL(exports["./conformance"], PROJECT),
  );
  const exported = Array.from(
    door.matchAll(/^export (?:type )?\{([^}]+)\}/gm),
    ([, names]) => names!.match(/\b(?!type\b)\w+/g)!,
  ).flat();
  const named = tableBelow("{#reference}").flatMap(([names]) => coded(names!));
  assertEquals(named.toSorted(), exported.toSorted());
});

Deno.test("the reference names the fields of a report, of its rules and its results", async () => {
  const report = await conformance(queue.adapter).run();
  const rows = tableBelow("The fields of a report:");
  assertEquals(
    rows.flatMap(([names]) => coded(names!)).toSorted(),
    Object.keys(report).toSorted(),
  );
  const parts = (field: string) =>
    coded(rows.find(([name]) => name === `\`${field}\``)![1]!).toSorted();
  assertEquals(parts("rules"), Object.keys(report.rules[0]!).toSorted());
  assertEquals(parts("results"), Object.keys(report.results[0]!).toSorted());
});

Deno.test("the reference names the fields of suites, cases and errors", async () => {
  const rows = tableBelow("{#reference}");
  const fields = (name: string) =>
    coded(rows.find(([names]) => names === `\`${name}\``)![1]!)
      .map((field) => field.replace(/\(.*\)$/, ""));
  const suite = conformance(timers.adapter);
  assertEquals(
    fields("ConformanceSuite").filter((field) => field !== "conformance"),
    Object.keys(suite),
  );
  assertEquals(
    fields("ConformanceCase").toSorted(),
    Object.keys(suite.cases[0]!).toSorted(),
  );
  const failing = suite.cases.find(({ title }) => title.startsWith("A timer"))!;
  const error = await failing.run().catch((error) => error);
  assertEquals(
    fields("ConformanceError").toSorted(),
    Object.keys(error).filter((field) => field !== "name").toSorted(),
  );
});

Deno.test("the table of flags is the command's own", async () => {
  const tool = await Deno.readTextFile(new URL("tools/conform.ts", PROJECT));
  const flags = Array.from(tool.matchAll(/^ {2}(--\S+) {2}/gm), ([, it]) => it);
  assertEquals(
    tableBelow("{#command}").map(([flag]) => coded(flag!)[0]),
    flags,
  );
});
