import { assertEquals, assertThrows } from "@std/assert";
import type { BenchResult, Report } from "../../benches/report.ts";
import {
  addResults,
  expectSameMachine,
  OtherMachine,
  readResults,
  toJson,
} from "../../benches/results_file.ts";
import { MACHINE } from "./machine.ts";

function bench(name: string, about: string): BenchResult {
  return { name, about, cases: [] };
}

function report(date: string, ...benches: BenchResult[]): Report {
  return { date, machine: MACHINE, plan: { warmUp: 3, rounds: 20 }, benches };
}

Deno.test("a bench that is measured again takes the place of its earlier result", () => {
  const kept = report("2026-01-30", bench("a", "old"), bench("b", "old"));
  const fresh = report("2026-01-31", bench("a", "new"));
  assertEquals(
    addResults(kept, fresh),
    report("2026-01-31", bench("a", "new"), bench("b", "old")),
  );
});

Deno.test("a bench that was not there yet is added at the end", () => {
  const kept = report("2026-01-30", bench("b", "old"));
  const fresh = report("2026-01-31", bench("a", "new"));
  assertEquals(addResults(kept, fresh).benches.map(({ name }) => name), [
    "b",
    "a",
  ]);
  assertEquals(addResults(null, fresh), fresh);
});

Deno.test("results of another machine are not added, with the reason", () => {
  const kept = report("2026-01-30");
  expectSameMachine(kept, { ...MACHINE });
  assertThrows(
    () => expectSameMachine(kept, { ...MACHINE, cores: 8 }),
    OtherMachine,
    'they were measured with cores "2", and here it is "8"',
  );
});

Deno.test("a file of results has no digits that mean nothing", () => {
  const text = toJson(report("2026-01-31", {
    ...bench("a", "x"),
    taken: { begin: "", end: "", load: [1 / 3, 123456789] },
  }));
  assertEquals(JSON.parse(text).benches[0].taken.load, [0.333333, 123457000]);
});

Deno.test("there are no results where there is no file", async () => {
  assertEquals(await readResults("benches/results/of_nobody.json"), null);
});

Deno.test("everybody in the committed results still takes part under that name", async () => {
  const { benches } = await import("../../benches/all.ts");
  const known = new Set(benches.flatMap(contestantsOf));
  for await (const { name } of Deno.readDir("benches/results")) {
    const { benches: kept } = (await readResults(`benches/results/${name}`))!;
    const strangers = kept.flatMap(contestantsOf)
      .filter((contestant) => !known.has(contestant));
    assertEquals(strangers, [], `${name}: measure it again`);
  }
});

interface Contested {
  name: string;
  cases: readonly {
    name: string;
    ours: { name: string };
    peers: readonly { name: string }[];
  }[];
}

function contestantsOf({ name: bench, cases }: Contested): string[] {
  return cases.flatMap(({ name, ours, peers }) =>
    [ours, ...peers].map((one) => `${bench}: ${name}: ${one.name}`)
  );
}
