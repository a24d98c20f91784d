/**
 * The contestants in their own processes, with hardly any work: one that breaks
 * when its library or ours changes should break here, not in a long run.
 */
import { assert, assertEquals, assertRejects } from "@std/assert";
import { benches } from "../../benches/all.ts";
import { Absent, type Bench, type Peer } from "../../benches/harness.ts";
import { startProcess } from "../../benches/process.ts";

const TASKS = 1000;

/** Benches whose size can be turned down; the others always do the whole work. */
const SCALABLE = ["switches", "deep", "spawn", "one-by-one", "timers"];

function find(bench: string, it: string, name: string): [Bench, Peer] {
  const found = benches.find((candidate) => candidate.name === bench)!;
  const { ours, peers } = found.cases.find(({ name }) => name === it)!;
  return [found, [ours, ...peers].find((one) => one.name === name)!];
}

Deno.test("a contestant answers a round with a time", async () => {
  const [bench, loopbook] = find("spawn", "gather", "loopbook");
  const runner = await startProcess(bench, "gather", loopbook, TASKS);
  const times = [await runner.round(), await runner.round()];
  await runner.end();
  assert(times.every((time) => time > 0), String(times));
});

Deno.test("a contestant that can't get ready is absent, with the reason", async () => {
  const [bench] = find("spawn", "gather", "loopbook");
  const stranger = { name: "a stranger", prepare: () => () => {} };
  await assertRejects(
    () => startProcess(bench, "gather", stranger, TASKS),
    Absent,
    "No contestant a stranger in spawn, gather",
  );
});

for (const bench of benches.filter(({ name }) => SCALABLE.includes(name))) {
  for (const { name, ours, peers } of bench.cases) {
    const here = [ours, ...peers].filter((one) => "prepare" in one);
    for (const contestant of here) {
      Deno.test(`${bench.name}, ${name}: ${contestant.name} does a round`, async () => {
        const runner = await startProcess(bench, name, contestant, TASKS);
        const time = await runner.round();
        await runner.end();
        assertEquals(typeof time, "number");
      });
    }
  }
}
