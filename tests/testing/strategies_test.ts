import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  explore,
  type ExploreOptions,
  ScheduleError,
  type World,
} from "../../mod.ts";
import { survey } from "../../src/testing/explore/survey.ts";
import { RACES } from "./races/races.ts";

/** A body with 34,650 schedules: three strands of four deliveries each. */
async function threeStrands({ io }: World) {
  let order = "";
  await Promise.all(["a", "b", "c"].map(async (name) => {
    for (let step = 0; step < 4; step++) {
      await io(name);
      order += name;
    }
  }));
  return order;
}

Deno.test("an exhaustive search runs every schedule once", async () => {
  const report = await explore(threeStrands, {
    delivery: "single",
    schedules: Infinity,
    reduce: false,
  });
  assertEquals(report, {
    schedules: 34_650, // 12! / (4!)^3
    exhausted: true,
    distinctOutcomes: 34_650,
    maxDepth: 12,
    decisions: 34_650 * 12,
  });
});

Deno.test("a search of as many schedules as there are is exhausted, of one fewer is not", async () => {
  const options: ExploreOptions = { delivery: "single", reduce: false };
  for (const [schedules, exhausted] of [[5, false], [6, true]] as const) {
    const report = await survey(RACES[0]!.broken, {
      ...options,
      schedules,
    });
    assertEquals([report.schedules, report.exhausted], [schedules, exhausted]);
  }
});

Deno.test("batches of up to three are every order of one, two or three", async () => {
  const body = async ({ io }: World) => {
    const log: string[] = [];
    await Promise.all(["a", "b", "c"].map(async (name) => {
      await io(name);
      log.push(name);
      await null;
      log.push(name.toUpperCase());
    }));
    return log.join("");
  };
  // Alone: 3! orders. In twos: a first one leaves 4 ways for two, 3 × 4, and a
  // first pair leaves one, 6 × 1. In threes: 6 more.
  for (const [batch, all] of [[1, 6], [2, 18], [3, 24], [4, 24]] as const) {
    const { schedules } = await explore(body, { batch, reduce: false });
    assertEquals(schedules, all, `batches of ${batch}`);
  }
});

for (const count of [2, 3, 7, 40]) {
  Deno.test(`of ${count} shards every schedule is in exactly one`, async () => {
    const all: string[] = [];
    let schedules = 0;
    for (let index = 0; index < count; index++) {
      const { outcomes, ...report } = await survey(threeStrands, {
        delivery: "single",
        schedules: Infinity,
        reduce: false,
        shard: { index, count },
      });
      assert(report.exhausted);
      assertEquals(report.schedules, outcomes.size);
      all.push(...outcomes);
      schedules += report.schedules;
      // No machine has all the work.
      assert(report.schedules < 34_650 / count * 2.5, `${report.schedules}`);
    }
    assertEquals(schedules, 34_650);
    assertEquals(new Set(all).size, 34_650);
  });
}

Deno.test("shards share out values, faults and trees of a single leaf too", async () => {
  const body = async ({ io, choose }: World) => {
    const depth = choose("depth", [0, 1, 2]);
    let text = `${depth}`;
    for (let step = 0; step < depth; step++) {
      text += choose("more", ["a", "b"]);
      await io("x", { faults: ["lost"] }).catch(() => text += "!");
    }
    return text;
  };
  const whole = await survey(body, { faults: 2 });
  for (const count of [2, 5, 30]) {
    let schedules = 0;
    const outcomes = new Set<string>();
    for (let index = 0; index < count; index++) {
      const part = await survey(body, { faults: 2, shard: { index, count } });
      schedules += part.schedules;
      for (const outcome of part.outcomes) outcomes.add(outcome);
    }
    assertEquals(schedules, whole.schedules);
    assertEquals(outcomes, new Set(whole.outcomes));
  }
});

for (const strategy of ["random", "pct"] as const) {
  Deno.test(`${strategy}: a seed draws the same schedules again, another draws others`, async () => {
    const draw = async (seed: number) => {
      const drawn: unknown[] = [];
      await explore(async (world) => {
        drawn.push(await threeStrands(world));
      }, { strategy, seed, schedules: 50 });
      return drawn;
    };
    const first = await draw(7);
    assertEquals(first.length, 50);
    assertEquals(await draw(7), first);
    assert((await draw(8)).join() !== first.join());
  });

  Deno.test(`${strategy}: the failure names its seed, and is found there again`, async () => {
    const { broken } = RACES[0]!;
    const find = () =>
      assertRejects(
        () => explore(broken, { strategy, seed: 11, shrink: false }),
        ScheduleError,
      );
    const first = await find();
    assertEquals(first.seed, 11);
    assertEquals((await find()).schedule, first.schedule);
  });

  Deno.test(`${strategy}: shards draw the schedules that one search would`, async () => {
    const draw = async (options: ExploreOptions) => {
      const drawn: string[] = [];
      await explore(async (world) => {
        drawn.push(await threeStrands(world));
      }, { strategy, seed: 3, delivery: "single", ...options });
      return drawn;
    };
    const whole = await draw({ schedules: 40 });
    const even = await draw({ schedules: 20, shard: { index: 0, count: 2 } });
    const odd = await draw({ schedules: 20, shard: { index: 1, count: 2 } });
    // The first run of a shard tells PCT how long runs are.
    const from = strategy === "pct" ? 1 : 0;
    const ofWhole = (rest: number) =>
      whole.filter((_, index) => index % 2 === rest).slice(from);
    assertEquals(ofWhole(0), even.slice(from));
    assertEquals(ofWhole(1), odd.slice(from));
  });

  Deno.test(`${strategy}: each race is found`, async () => {
    for (const { name, broken } of RACES) {
      await assertRejects(
        () => explore(broken, { strategy, seed: 1, schedules: 500 }),
        ScheduleError,
        "",
        name,
      );
    }
  });
}

/** Fails when one strand is held up until the other has gone all its way. */
async function heldUp({ io, check }: World) {
  let behind = 0;
  let ahead = 0;
  async function walk(length: number, step: () => void) {
    for (let taken = 0; taken < length; taken++) {
      await io("step");
      step();
    }
  }
  await Promise.all([
    walk(10, () => {
      behind++;
      check(behind > 1 || ahead < 10, "held up");
    }),
    walk(10, () => ahead++),
  ]);
}

Deno.test("pct finds what needs one strand to be held up, as often as it promises", async () => {
  const count = async (strategy: "random" | "pct") =>
    (await survey(heldUp, {
      strategy,
      seed: 5,
      schedules: 2000,
      depth: 1,
      delivery: "single",
    })).failures;
  // Depth 1, two strands: at least one in two. Evenly drawn: one in 2^10.
  assert(await count("pct") > 900);
  assert(await count("random") < 20);
});

Deno.test("a time limit ends a search that has not come to its end", async () => {
  const report = await explore(threeStrands, {
    schedules: Infinity,
    timeLimit: 20,
  });
  assertEquals(report.exhausted, false);
  assert(report.schedules > 0);
});

Deno.test("a random search is never exhausted", async () => {
  const report = await explore(RACES[3]!.broken, {
    strategy: "random",
    schedules: 100,
    delivery: "single",
  });
  assertEquals([report.schedules, report.exhausted], [100, false]);
});
