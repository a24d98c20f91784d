import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  explore,
  replay,
  ScheduleError,
  survey,
  track,
  type World,
} from "../../../mod.ts";
import { meet } from "../../../src/testing/reduction/footprint.ts";
import type { Meet } from "../../../src/testing/reduction/reduction_turn.ts";
import { nativeBody, randomProgram } from "../reduction_programs.ts";
import { surveyBy } from "../reduction_survey.ts";

/** Three tasks of four deliveries; some of them touch a shared cell. */
function threeTasks(touching: readonly number[]) {
  return async ({ io }: World) => {
    const cell = track({ log: "" });
    async function task(name: string): Promise<void> {
      for (let step = 0; step < 4; step++) {
        await io(`${name}${step}`, { resource: [] });
        if (touching.includes(step)) cell.log += name;
      }
    }
    await Promise.all(["a", "b", "c"].map(task));
    return cell.log;
  };
}

for (const step of [0, 1, 2, 3]) {
  Deno.test(`three tasks of four deliveries that meet at delivery ${step} take a hundredth of the 34,650 schedules, with the same outcomes`, async () => {
    const { schedules, outcomes, exhausted } = await survey(
      threeTasks([step]),
      { delivery: "single" },
    );
    assert(exhausted && schedules * 100 <= 34_650, `${schedules} schedules`);
    assertEquals([...outcomes].sort(), [
      'returned "abc"',
      'returned "acb"',
      'returned "bac"',
      'returned "bca"',
      'returned "cab"',
      'returned "cba"',
    ]);
  });
}

Deno.test("where all deliveries meet, all 34,650 schedules are run", async () => {
  const { schedules, distinctOutcomes, exhausted } = await survey(
    threeTasks([0, 1, 2, 3]),
    { delivery: "single", schedules: 50_000 },
  );
  assertEquals(
    { schedules, distinctOutcomes, exhausted },
    { schedules: 34_650, distinctOutcomes: 34_650, exhausted: true },
  );
});

const SHAPES = [
  { batch: 1, deliveries: 5, programs: 300 },
  { batch: 1, deliveries: 7, programs: 25 },
  { batch: 2, deliveries: 4, programs: 250 },
  { batch: 3, deliveries: 4, programs: 60 },
];

for (const { batch, deliveries, programs } of SHAPES) {
  Deno.test(`reduction reaches the outcomes of all schedules in ${programs} random programs of ${deliveries} deliveries, up to ${batch} at once`, async () => {
    let whole = 0;
    let reduced = 0;
    for (let seed = 0; seed < programs; seed++) {
      const body = nativeBody(randomProgram(seed, deliveries));
      const all = await surveyBy(body, { batch, reduce: false });
      const some = await surveyBy(body, { batch });
      assertEquals(
        [...some.tally.outcomes].sort(),
        [...all.tally.outcomes].sort(),
        `program ${seed}`,
      );
      whole += all.tally.schedules;
      reduced += some.tally.schedules;
    }
    assert(reduced < whole, `${reduced} of ${whole} schedules`);
  });
}

/** Comparisons that overlook something; each must be found out. */
const WRONG: Record<string, Meet> = {
  "nothing ever meets": (one, other) => one === null || other === null,
  "writes are taken for reads": (one, other) =>
    meet(readOnly(one), readOnly(other)),
  "what is not known meets nothing": (one, other) =>
    one !== null && other !== null && meet(one, other),
  "promises are overlooked": (one, other) =>
    meet(withoutPromises(one), withoutPromises(other)),
};

function readOnly(footprint: Parameters<Meet>[0]): Parameters<Meet>[0] {
  return footprint && footprint.map((each) => ({ ...each, written: false }));
}

function withoutPromises(footprint: Parameters<Meet>[0]): Parameters<Meet>[0] {
  return footprint &&
    footprint.filter(({ base }) => base !== "then" && !/^promise/.test(base));
}

for (const [mistake, wrong] of Object.entries(WRONG)) {
  Deno.test(`the random programs find out a reduction in which ${mistake}`, async () => {
    for (let seed = 0; seed < 300; seed++) {
      const body = nativeBody(randomProgram(seed, 5));
      const all = await surveyBy(body, { batch: 1, reduce: false });
      const some = await surveyBy(body, { batch: 1 }, wrong);
      if (some.tally.outcomes.size < all.tally.outcomes.size) return;
    }
    throw new Error("No program has missed an outcome");
  });
}

Deno.test("shards of a reduced search reach the same outcomes together", async () => {
  const together = new Set<string>();
  for (const index of [0, 1, 2]) {
    const { outcomes, exhausted } = await survey(threeTasks([1]), {
      delivery: "single",
      shard: { index, count: 3 },
    });
    assert(exhausted);
    for (const outcome of outcomes) together.add(outcome);
  }
  assertEquals(together.size, 6);
});

Deno.test("a reduced search goes on from where another stood", async () => {
  const options = { delivery: "single" } as const;
  const whole = await survey(threeTasks([1]), options);
  const begun = await survey(threeTasks([1]), { ...options, schedules: 10 });
  const rest = await survey(threeTasks([1]), { ...options, from: begun.place });
  assertEquals(begun.schedules + rest.schedules, whole.schedules);
});

Deno.test("a failure that a reduced search finds is shrunk, and replays", async () => {
  const body = async ({ io, check }: World) => {
    const account = track({ balance: 100 });
    async function withdraw(amount: number) {
      await io("read", { resource: [] });
      const { balance } = account;
      await io("write", { resource: [] });
      account.balance = balance - amount;
    }
    await Promise.all([withdraw(30), withdraw(50)]);
    check(account.balance === 20, "an update is lost");
  };
  const error = await assertRejects(() => explore(body), ScheduleError);
  await assertRejects(() => replay(body, error.schedule), ScheduleError);
});

Deno.test("a place that is cut short is refused", async () => {
  const { place } = await survey(threeTasks([1]), { schedules: 3 });
  await assertRejects(
    () => survey(threeTasks([1]), { from: place.slice(0, -5) }),
    SyntaxError,
    "is cut short; give the whole text that was printed",
  );
});

Deno.test("a reduced search finds a rejection that nobody handles, in the first run or later", async () => {
  for (const loser of ["a", "b"]) {
    const body = async ({ io }: World) => {
      const race = track({ first: "" });
      await Promise.all(["a", "b"].map(async (name) => {
        await io(name, { resource: [] });
        race.first ||= name;
      }));
      if (race.first !== loser) Promise.reject(new Error("lost"));
      await io("end");
    };
    const error = await assertRejects(() => explore(body), ScheduleError);
    assertEquals((error.cause as Error).message, "lost");
  }
});

Deno.test("a reduced search leaves promises as they were", async () => {
  const { then } = Promise.prototype;
  await explore(threeTasks([1]), { delivery: "single" });
  assert(Promise.prototype.then === then);
});

Deno.test("a body that is not deterministic is reported by a reduced search, too", async () => {
  let runs = 0;
  await assertRejects(
    () =>
      explore(async ({ io }) => {
        const count = runs++ > 2 ? 3 : 2;
        const cell = track({ value: 0 });
        await Promise.all(Array.from({ length: count }, async (_, number) => {
          await io(`task ${number}`, { resource: [] });
          cell.value += number;
        }));
      }),
    Error,
    "Body behaves differently under the same schedule",
  );
});

Deno.test("without a declared resource, every schedule is run", async () => {
  const body = async ({ io }: World) => {
    await Promise.all(["a", "b"].map(async (name) => {
      await io(`${name} reads`);
      await io(`${name} writes`);
    }));
  };
  assertEquals((await explore(body)).schedules, 22);
});
