import { assert, assertEquals, assertThrows } from "@std/assert";
import { benches } from "../../benches/all.ts";
import { readBenchRequest } from "../../tools/bench.ts";
import { UsageError } from "../../tools/usage_error.ts";

Deno.test("bench without a name runs all of them, in 20 rounds", () => {
  const request = readBenchRequest([]);
  assert(request.kind === "run");
  assertEquals(request.benches, benches);
  assertEquals(request.plan.rounds, 20);
  assertEquals(request.minutes, 10);
  assertEquals(request.json, false);
  assertEquals(request.out, undefined);
});

Deno.test("bench runs those that are named, in its own order", () => {
  const request = readBenchRequest(["spawn", "switches", "--json", "--quick"]);
  assert(request.kind === "run");
  assertEquals(request.benches.map(({ name }) => name), ["switches", "spawn"]);
  assertEquals(request.plan.rounds, 5);
  assertEquals(request.json, true);
});

Deno.test("bench takes a time limit and a file for the results", () => {
  const request = readBenchRequest(["--minutes=2.5", "--out=mine.json"]);
  assert(request.kind === "run");
  assertEquals(request.minutes, 2.5);
  assertEquals(request.out, "mine.json");
});

Deno.test("bench refuses a time limit that is none and a file that holds no results", () => {
  for (const minutes of ["soon", "0", "-1"]) {
    assertThrows(
      () => readBenchRequest([`--minutes=${minutes}`]),
      UsageError,
      `--minutes is "${minutes}"; give a number above 0`,
    );
  }
  assertThrows(
    () => readBenchRequest(["--out=results.txt"]),
    UsageError,
    '--out is "results.txt"; give a JSON file such as',
  );
});

Deno.test("bench --help is help, whatever stands beside it", () => {
  assertEquals(readBenchRequest(["spawn", "--help"]), { kind: "help" });
});

Deno.test("bench with an unknown name suggests the nearest", () => {
  assertThrows(
    () => readBenchRequest(["swiches"]),
    UsageError,
    'No bench "swiches"; did you mean "switches"?',
  );
  assertThrows(
    () => readBenchRequest(["coffee"]),
    UsageError,
    'No bench "coffee"; there are switches, deep, spawn,',
  );
});

Deno.test("bench with an unknown flag suggests the nearest", () => {
  assertThrows(
    () => readBenchRequest(["--jsn"]),
    UsageError,
    "Unknown flag --jsn; did you mean",
  );
});

Deno.test("every bench, case and contestant has a name of its own", () => {
  const isSet = (names: string[]) =>
    assertEquals(names, [...new Set(names)], "twice the same name");
  isSet(benches.map(({ name }) => name));
  for (const { cases } of benches) {
    isSet(cases.map(({ name }) => name));
    for (const { ours, peers } of cases) {
      isSet([ours, ...peers].map(({ name }) => name));
    }
  }
});

Deno.test("every file that holds a bench is in the list, under the bench's name", async () => {
  const folder = new URL("../../benches/", import.meta.url);
  const found: string[] = [];
  for await (const { name, isFile } of Deno.readDir(folder)) {
    if (!isFile) continue;
    const code = await Deno.readTextFile(new URL(name, folder));
    if (/^export const \w+: Bench = /m.test(code)) found.push(name);
  }
  assertEquals(
    found.sort(),
    benches.map(({ name }) => `${name.replaceAll("-", "_")}.ts`).sort(),
  );
});
