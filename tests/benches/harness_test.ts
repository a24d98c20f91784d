import { assertEquals, assertRejects } from "@std/assert";
import {
  Absent,
  type Case,
  type Contestant,
  FEWEST_ROUNDS,
  type Measured,
  runCase,
  type Runner,
} from "../../benches/harness.ts";

const PLAN = { warmUp: 0, rounds: 3 };

/** A contestant whose rounds are played from a script. */
const named = (name: string): Contestant => ({
  name,
  prepare: () => () => {},
});

/** Plays the rounds: each name's values in turn; notes who was asked. */
function stage(script: Record<string, (number | Measured)[]>) {
  const log: string[] = [];
  const start = ({ name }: Contestant, size: number): Promise<Runner> => {
    log.push(`${name} starts with ${size}`);
    const values = [...script[name] ?? []];
    return Promise.resolve({
      round() {
        log.push(name);
        const next = values.shift()!;
        return Promise.resolve(
          typeof next === "number" ? { value: next } : next,
        );
      },
      end() {
        log.push(`${name} ends`);
        return Promise.resolve();
      },
    });
  };
  return { log, start };
}

const duel: Case = {
  name: "a duel",
  size: 100,
  unit: "ms",
  ours: named("ours"),
  peers: [{ ...named("theirs"), goal: 2 }],
};

Deno.test("contestants take turns, round by round", async () => {
  const { log, start } = stage({ ours: [1, 1, 1], theirs: [2, 2, 2] });
  await runCase(duel, PLAN, start);
  assertEquals(log, [
    "ours starts with 100",
    "theirs starts with 100",
    "ours",
    "theirs",
    "ours",
    "theirs",
    "ours",
    "theirs",
    "ours ends",
    "theirs ends",
  ]);
});

Deno.test("rounds of the warm-up are run and not counted", async () => {
  const { start } = stage({ ours: [99, 1, 2, 3], theirs: [99, 4, 5, 6] });
  const { ours, peers: [theirs] } = await runCase(
    duel,
    { warmUp: 1, rounds: 3 },
    start,
  );
  assertEquals(ours.samples, [1, 2, 3]);
  assertEquals(theirs!.samples, [4, 5, 6]);
});

Deno.test("a ratio compares rounds that lay side by side", async () => {
  // The machine is ten times slower in the second round.
  const { start } = stage({ ours: [1, 10, 2], theirs: [3, 30, 6] });
  const { peers: [theirs], ours } = await runCase(duel, PLAN, start);
  assertEquals(theirs!.ratio, { median: 3, lower: 3, upper: 3 });
  assertEquals(ours.ratio, null);
  assertEquals(ours.value!.median, 2);
});

Deno.test("who does a part of the work has its value scaled", async () => {
  const { log, start } = stage({ ours: [1, 1, 1], theirs: [5, 5, 5] });
  const { peers: [theirs] } = await runCase(
    { ...duel, peers: [{ ...named("theirs"), oneIn: 10 }] },
    PLAN,
    start,
  );
  assertEquals(log[1], "theirs starts with 10");
  assertEquals(theirs!.value!.median, 50);
  assertEquals(theirs!.ratio!.median, 50);
});

Deno.test("a value is divided by what it is the price of", async () => {
  const { start } = stage({ ours: [400, 400, 400], theirs: [800, 800, 800] });
  const { ours } = await runCase({ ...duel, per: 100 }, PLAN, start);
  assertEquals(ours.value!.median, 4);
});

Deno.test("a case that comes out the same every time runs few rounds, cold", async () => {
  const { start } = stage({ ours: [1], theirs: [2] });
  const { ours } = await runCase(
    { ...duel, rounds: 1 },
    { warmUp: 3, rounds: 20 },
    start,
  );
  assertEquals(ours.samples, [1]);
});

Deno.test("a peer that can't take part says why, and the others run", async () => {
  const { start } = stage({ ours: [1, 1, 1], theirs: [2, 2, 2] });
  const { peers } = await runCase(
    { ...duel, peers: [named("nobody"), ...duel.peers] },
    PLAN,
    (contestant, size) =>
      contestant.name === "nobody"
        ? Promise.reject(new Absent("no python3 on the path"))
        : start(contestant, size),
  );
  assertEquals(peers.map(({ name, absent }) => [name, absent]), [
    ["nobody", "no python3 on the path"],
    ["theirs", null],
  ]);
  assertEquals(peers[0]!.value, null);
  assertEquals(peers[1]!.ratio!.median, 2);
});

Deno.test("without us there is nothing to compare, and those who started end", async () => {
  const { log, start } = stage({});
  await assertRejects(
    () =>
      runCase(duel, PLAN, async (contestant, size) => {
        const runner = await start(contestant, size);
        if (contestant.name === "ours") return runner;
        throw new Error("out of memory");
      }),
    Error,
    "out of memory",
  );
  assertEquals(log.at(-1), "ours ends");
  await assertRejects(
    () =>
      runCase(duel, PLAN, () => Promise.reject(new Absent("no such library"))),
    Absent,
    "no such library",
  );
});

Deno.test("progress tells who is at work", async () => {
  const { start } = stage({ ours: [1, 1], theirs: [1, 1] });
  const heard: string[] = [];
  await runCase(
    duel,
    { warmUp: 1, rounds: 1 },
    start,
    (what) => heard.push(what),
  );
  assertEquals(heard, [
    "ours gets ready",
    "theirs gets ready",
    "warm-up, ours",
    "warm-up, theirs",
    "round 1 of 1, ours",
    "round 1 of 1, theirs",
  ]);
});

Deno.test("a contestant that did other work breaks the case, by name", async () => {
  const proven = { ...duel, proof: (size: number) => 2 * size };
  const { start } = stage({
    ours: [{ value: 1, proof: 200 }],
    theirs: [{ value: 1, proof: 199 }],
  });
  await assertRejects(
    () => runCase(proven, { warmUp: 0, rounds: 1 }, start),
    Error,
    "theirs did other work: its proof is 199, and it should be 200",
  );
  const silent = stage({ ours: [1] });
  await assertRejects(
    () => runCase(proven, { warmUp: 0, rounds: 1 }, silent.start),
    Error,
    "ours did other work: its proof is undefined, and it should be 200",
  );
});

Deno.test("the proof is that of the part of the work which somebody does", async () => {
  const { start } = stage({
    ours: [{ value: 1, proof: 100 }],
    theirs: [{ value: 1, proof: 10 }],
  });
  const { peers: [theirs] } = await runCase(
    {
      ...duel,
      proof: (size) => size,
      peers: [{ ...named("theirs"), oneIn: 10 }],
    },
    { warmUp: 0, rounds: 1 },
    start,
  );
  assertEquals(theirs!.samples, [10]);
});

/** A clock on which every look takes so long. */
function clock(each: number): () => number {
  let time = 0;
  return () => time += each;
}

Deno.test("a case that has no time left stops after the fewest rounds that count", async () => {
  const values = Array.from({ length: 40 }, () => 1);
  const { log, start } = stage({ ours: values, theirs: values });
  const { ours, peers } = await runCase(
    duel,
    { warmUp: 3, rounds: 20 },
    start,
    undefined,
    { milliseconds: 10, now: clock(100) },
  );
  assertEquals(ours.samples.length, FEWEST_ROUNDS);
  assertEquals(peers[0]!.samples.length, FEWEST_ROUNDS);
  const warmUps = 1;
  assertEquals(
    log.filter((who) => who === "ours").length,
    FEWEST_ROUNDS + warmUps,
  );
});

Deno.test("a case that has time for it runs all rounds", async () => {
  const values = Array.from({ length: 40 }, () => 1);
  const { start } = stage({ ours: values, theirs: values });
  const { ours } = await runCase(
    duel,
    { warmUp: 3, rounds: 20 },
    start,
    undefined,
    { milliseconds: 10_000, now: clock(100) },
  );
  assertEquals(ours.samples.length, 20);
});
