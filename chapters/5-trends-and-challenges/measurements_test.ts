import { assert, assertEquals, assertThrows } from "@std/assert";
import * as bridgeCosts from "./bridge_costs.ts";
import { apart, here } from "./contestants.ts";
import {
  bestRatioOf,
  formatRatio,
  MEASURED,
  type Measurements,
  ratioOf,
} from "./measurements.ts";
import * as pieces from "./pieces.ts";
import { linesOf } from "../recording.ts";
import * as whereTimeGoes from "./where_time_goes.ts";

const FIVE_ROUNDS: Measurements = {
  date: "2026-11-22",
  machine: "an abacus",
  rounds: 5,
  samples: { base: [1, 1, 2, 1, 10], other: [2, 1, 6, 5, 40] },
};

Deno.test("a ratio is taken round by round, then its median and quartiles", () => {
  assertEquals(ratioOf(FIVE_ROUNDS, "other", "base"), {
    median: 3,
    lower: 2,
    upper: 4,
  });
});

Deno.test("a ratio of the best rounds looks at no other", () => {
  assertEquals(bestRatioOf(FIVE_ROUNDS, "other", "base"), 1);
});

Deno.test("a ratio with somebody who was not measured says who", () => {
  assertThrows(
    () => ratioOf(FIVE_ROUNDS, "nobody", "base"),
    Error,
    '"nobody" was not measured; run measure.ts again',
  );
});

Deno.test("a ratio has two digits, and a small one is a fraction", () => {
  const shown = [0.000_97, 0.0104, 0.62, 1, 4.14, 57, 1234, 378_000];
  assertEquals(shown.map(formatRatio), [
    "1/1,000",
    "1/96",
    "0.62",
    "1.0",
    "4.1",
    "57",
    "1,200",
    "380,000",
  ]);
});

Deno.test("the committed file has all rounds of every contestant and of nobody else", () => {
  const { samples, rounds } = MEASURED;
  assertEquals(Object.keys(samples), [
    ...Object.keys(apart),
    ...Object.keys(here),
  ]);
  for (const row of Object.values(samples)) assertEquals(row.length, rounds);
});

Deno.test("each table ends with the day, the rounds and the machine", async () => {
  const { date, rounds, machine } = MEASURED;
  for (const { main } of [whereTimeGoes, pieces, bridgeCosts]) {
    const lines = await linesOf(main);
    const source = `${date}, ${rounds} rounds, ${machine}`;
    assert(lines.at(-1)!.endsWith(source));
  }
});
