import { assert, assertEquals, assertThrows } from "@std/assert";
import { COMMITTED, draw, main, type Report } from "./peers.ts";
import { linesOf } from "../recording.ts";

/** A comparison in which one peer was absent. */
function reportOf(benches: Readonly<Record<string, string>>): Report {
  const present = { lower: 1.9, median: 2, upper: 2.1 };
  return {
    date: "2026-11-22",
    machine: { cpu: "an abacus", cores: 2, deno: "2.9.6", python: "3.11.7" },
    plan: { rounds: 20 },
    benches: Object.entries(benches).map(([name, caseName]) => ({
      name,
      cases: [{
        name: caseName,
        peers: [
          { name: "await", ratio: present },
          { name: "uvloop", ratio: null },
        ],
      }],
    })),
  };
}

Deno.test("the table of peers has the ratios of those that took part", () => {
  const row = "  await                             2.0   (1.9 … 2.1)";
  assertEquals(draw(reportOf({ switches: "1,000 tasks", spawn: "gather" })), [
    "a switch, among 1,000 tasks",
    row,
    "a task made, run and joined, among 100,000",
    row,
    "2026-11-22, 20 rounds, an abacus, 2 cores,",
    "Deno 2.9.6, CPython 3.11.7",
  ]);
});

Deno.test("a case that was not measured is named, with the command that measures it", () => {
  assertThrows(
    () => draw(reportOf({ switches: "1,000 tasks" })),
    Error,
    '"gather" of "spawn" was not measured; run deno task bench spawn --json',
  );
});

Deno.test("the committed comparison has native await and a CPython in both cases", async () => {
  for (const { name, cases } of COMMITTED.benches) {
    assert(["switches", "spawn"].includes(name));
    assert(cases.length > 0);
  }
  const lines = (await linesOf(main)).map((line) => line.trim());
  const counted = (start: string) =>
    lines.filter((line) => line.startsWith(start)).length;
  assertEquals([counted("await null"), counted("CPython asyncio")], [1, 2]);
});
