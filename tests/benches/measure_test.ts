import { assertEquals } from "@std/assert";
import type { Bench, Contestant } from "../../benches/harness.ts";
import {
  measure,
  type Progress,
  type Surroundings,
} from "../../benches/measure.ts";
import type { BenchResult } from "../../benches/report.ts";

const PLAN = { warmUp: 0, rounds: 20 };

/** A bench whose cases have one contestant each. */
function benchOf(name: string, ...cases: string[]): Bench {
  return {
    name,
    about: `about ${name}`,
    cases: cases.map((name) => ({
      name,
      size: 1,
      unit: "ms",
      ours: { name: "ours", prepare: () => () => {} },
      peers: [],
    })),
  };
}

/** A machine on which a round takes a second, and every third look a load of 1. */
function surroundings(brokenCase?: string) {
  let time = Date.UTC(2026, 0, 31, 12);
  const heard: Progress[] = [];
  const results: BenchResult[] = [];
  const around: Surroundings = {
    start(_bench: Bench, name: string, _who: Contestant) {
      if (name === brokenCase) throw new Error("out of memory");
      return Promise.resolve({
        round() {
          time += 1000;
          return Promise.resolve({ value: 1 });
        },
        end: () => Promise.resolve(),
      });
    },
    now: () => time,
    load: () => (time / 1000) % 60,
    onProgress: (about) => heard.push(about),
    onResult(result) {
      results.push(result);
      return Promise.resolve();
    },
  };
  return { around, heard, results };
}

function roundsOf(results: readonly BenchResult[]): number[][] {
  return results.map(({ cases }) =>
    cases.map(({ ours }) => ours.samples.length)
  );
}

Deno.test("measure() says what it does, and tells each bench as it is over", async () => {
  const { around, heard, results } = surroundings();
  const all = await measure(
    [benchOf("one", "a", "b"), benchOf("two", "c")],
    { warmUp: 0, rounds: 1 },
    1e6,
    around,
  );
  assertEquals(
    heard.filter(({ step }) => step === undefined),
    [
      { name: "one, a", nth: 1, cases: 3 },
      { name: "one, b", nth: 2, cases: 3 },
      { name: "two, c", nth: 3, cases: 3 },
    ],
  );
  assertEquals(results, all);
  assertEquals(all.map(({ name, about }) => [name, about]), [
    ["one", "about one"],
    ["two", "about two"],
  ]);
});

Deno.test("measure() notes when a bench ran and how busy the machine was", async () => {
  const { around } = surroundings();
  const [one] = await measure([benchOf("one", "a")], PLAN, 1e6, around);
  assertEquals(one!.taken, {
    begin: "2026-01-31T12:00Z",
    end: "2026-01-31T12:00Z",
    load: [0, 20],
  });
});

Deno.test("measure() shares the time out among the cases", async () => {
  const { around } = surroundings();
  const results = await measure(
    [benchOf("one", "a", "b", "c")],
    PLAN,
    30_000,
    around,
  );
  assertEquals(roundsOf(results), [[11, 10, 10]]);
});

Deno.test("measure() gives what a quick case leaves to those after it", async () => {
  const quick = benchOf("quick", "a");
  const results = await measure(
    [
      { ...quick, cases: [{ ...quick.cases[0]!, rounds: 1 }] },
      benchOf("one", "b"),
    ],
    PLAN,
    16_000,
    surroundings().around,
  );
  assertEquals(roundsOf(results), [[1], [16]]);
});

Deno.test("measure() gives a case that comes too late its fewest rounds", async () => {
  const results = await measure(
    [benchOf("one", "a", "b", "c")],
    PLAN,
    2_000,
    surroundings().around,
  );
  assertEquals(roundsOf(results), [[5, 5, 5]]);
});

Deno.test("measure() goes on after a case that broke", async () => {
  const [one, two] = await measure(
    [benchOf("one", "a", "b"), benchOf("two", "c")],
    PLAN,
    1e6,
    surroundings("a").around,
  );
  assertEquals(one!.broken, [{ name: "a", why: "Error: out of memory" }]);
  assertEquals(one!.cases.map(({ name }) => name), ["b"]);
  assertEquals(two!.broken, undefined);
});
