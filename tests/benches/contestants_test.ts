/**
 * The contestants in their own processes, with hardly any work: one that breaks
 * when its library or ours changes should break here, not in a long run.
 */
import { assert, assertEquals, assertRejects } from "@std/assert";
import { benches } from "../../benches/all.ts";
import {
  Absent,
  type Bench,
  type Case,
  type Peer,
} from "../../benches/harness.ts";
import { startProcess } from "../../benches/process.ts";

const TASKS = 1000;

/**
 * Benches whose size can be turned down, and how far; the others always do the
 * whole work.
 */
const SMALL: Readonly<Record<string, number>> = {
  "switches": TASKS,
  "deep": TASKS,
  "spawn": TASKS,
  "one-by-one": TASKS,
  "hand-offs": TASKS,
  "async-tree": 2,
  "timers": TASKS,
  "explore": 2,
};

const met = new Set<Peer>();

function find(bench: string, it: string, name: string): [Bench, Peer] {
  const found = benches.find((candidate) => candidate.name === bench)!;
  const { ours, peers } = found.cases.find(({ name }) => name === it)!;
  return [found, [ours, ...peers].find((one) => one.name === name)!];
}

Deno.test("a contestant answers a round with a time", async () => {
  const [bench, loopbook] = find("spawn", "gather", "loopbook");
  const runner = await startProcess(bench, "gather", loopbook, TASKS);
  const rounds = [await runner.round(), await runner.round()];
  await runner.end();
  assert(rounds.every(({ value }) => value > 0), JSON.stringify(rounds));
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

for (const bench of benches) {
  const size = SMALL[bench.name];
  if (size === undefined) continue;
  for (const it of bench.cases) {
    for (const contestant of strangers(it)) {
      const { name } = contestant;
      Deno.test(`${bench.name}, ${it.name}: ${name} does a round`, async () => {
        const runner = await startOrSkip(bench, it, contestant, size);
        if (runner === null) return;
        const { value, proof } = await runner.round();
        await runner.end();
        assert(value > 0, `${value} ms`);
        assertEquals(proof, it.proof?.(size));
      });
    }
  }
}

/** The contestants of a case that no case before it had: spawn has them twice. */
function strangers({ ours, peers }: Case): Peer[] {
  return [ours, ...peers].filter((contestant) => {
    if (met.has(contestant)) return false;
    met.add(contestant);
    return true;
  });
}

/** CPython may be missing, and uvloop mostly is; everybody else has to be here. */
async function startOrSkip(
  bench: Bench,
  it: Case,
  contestant: Peer,
  size: number,
) {
  try {
    return await startProcess(bench, it.name, contestant, size);
  } catch (error) {
    const mayBeAbsent = "python" in contestant && error instanceof Absent &&
      /^(no python3 on the path|uvloop is not installed|needs CPython)/.test(
        error.message,
      );
    if (!mayBeAbsent) throw error;
    return null;
  }
}
