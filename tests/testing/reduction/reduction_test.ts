import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  type Coroutine,
  explore,
  gather,
  replay,
  ScheduleError,
  survey,
  track,
  type World,
} from "../../../mod.ts";
import {
  type Footprint,
  meet,
} from "../../../src/testing/reduction/footprint.ts";
import type { Meet } from "../../../src/testing/reduction/reduction_turn.ts";
import { nativeBody, randomProgram } from "./native_programs.ts";
import { surveyBy } from "./survey_by.ts";
import { coroutineBody, randomCoroutines } from "./coroutine_programs.ts";

type Body = (world: World) => Promise<unknown> | Coroutine<unknown>;

/** What is searched of each kind of body. */
interface Kind {
  /** Three tasks of four deliveries; some of them touch a shared cell. */
  threeTasks(touching: readonly number[]): Body;
  random(seed: number, deliveries: number): Body;
  readonly shapes: readonly Shape[];
}

/** Random programs, and how they are searched. */
interface Shape {
  readonly batch: number;
  readonly deliveries: number;
  readonly programs: number;
}

/** Comparisons that overlook something; each must be found out. */
const WRONG: Record<string, Meet> = {
  "nothing ever meets": (one, other) => one === null || other === null,
  "writes are taken for reads": (one, other) =>
    meet(readOnly(one), readOnly(other)),
  "what is not known meets nothing": (one, other) =>
    one !== null && other !== null && meet(one, other),
  "promises and futures are overlooked": (one, other) =>
    meet(without(one, "promise", "then"), without(other, "promise", "then")),
  "objects are overlooked": (one, other) =>
    meet(without(one, "#"), without(other, "#")),
};

function readOnly(footprint: Footprint): Footprint {
  return footprint && footprint.map((each) => ({ ...each, written: false }));
}

function without(footprint: Footprint, ...kinds: string[]): Footprint {
  return footprint &&
    footprint.filter(({ base }) =>
      !kinds.some((kind) => base.startsWith(kind))
    );
}

const KINDS: Record<string, Kind> = {
  "async functions": {
    threeTasks,
    random: (seed, deliveries) => nativeBody(randomProgram(seed, deliveries)),
    shapes: [
      { batch: 1, deliveries: 5, programs: 300 },
      { batch: 1, deliveries: 7, programs: 25 },
      { batch: 2, deliveries: 4, programs: 250 },
      { batch: 3, deliveries: 4, programs: 60 },
    ],
  },
  "coroutines": {
    threeTasks: (touching) =>
      function* ({ io }) {
        const cell = track({ log: "" });
        function* task(name: string): Coroutine<void> {
          for (let step = 0; step < 4; step++) {
            yield* io(`${name}${step}`, { resource: [] });
            if (touching.includes(step)) cell.log += name;
          }
        }
        yield* gather(["a", "b", "c"].map(task));
        return cell.log;
      },
    random: (seed, deliveries) =>
      coroutineBody(randomCoroutines(seed, deliveries)),
    shapes: [
      { batch: 1, deliveries: 5, programs: 250 },
      { batch: 1, deliveries: 7, programs: 15 },
      { batch: 2, deliveries: 4, programs: 250 },
      { batch: 3, deliveries: 4, programs: 50 },
    ],
  },
};

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

/** A random program that has more schedules than this is left out. */
const LIMIT = { schedules: 3000 };

const SINGLE = { delivery: "single" } as const;

for (const [kind, { threeTasks, random, shapes }] of Object.entries(KINDS)) {
  for (const step of [0, 1, 2, 3]) {
    Deno.test(`three ${kind} of four deliveries that meet at delivery ${step} take a hundredth of the 34,650 schedules, with the same outcomes`, async () => {
      const { schedules, outcomes, exhausted } = await survey(
        threeTasks([step]),
        SINGLE,
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

  for (const { batch, deliveries, programs } of shapes) {
    Deno.test(`reduction reaches the outcomes of all schedules in ${programs} random programs of ${kind} with ${deliveries} deliveries, up to ${batch} at once`, async () => {
      let whole = 0;
      let reduced = 0;
      for (let seed = 0; seed < programs; seed++) {
        const body = random(seed, deliveries);
        const all = await surveyBy(body, { ...LIMIT, batch, reduce: false });
        if (!all.tally.exhausted) continue;
        const some = await surveyBy(body, { batch });
        assertEquals(
          [...some.tally.outcomes].sort(),
          [...all.tally.outcomes].sort(),
          `program ${seed}`,
        );
        whole += all.tally.schedules;
        reduced += some.tally.schedules;
      }
      assert(reduced < whole && reduced > programs, `${reduced} of ${whole}`);
    });
  }

  for (const [mistake, wrong] of Object.entries(WRONG)) {
    Deno.test(`the random programs of ${kind} find out a reduction in which ${mistake}`, async () => {
      for (let seed = 0; seed < 300; seed++) {
        const body = random(seed, 5);
        const all = await surveyBy(body, {
          ...LIMIT,
          batch: 1,
          reduce: false,
        });
        if (!all.tally.exhausted) continue;
        const some = await surveyBy(body, { batch: 1 }, wrong);
        if (some.tally.outcomes.size < all.tally.outcomes.size) return;
      }
      throw new Error("No program has missed an outcome");
    });
  }

  Deno.test(`shards of a reduced search of ${kind} reach the same outcomes together`, async () => {
    const together = new Set<string>();
    for (const index of [0, 1, 2]) {
      const { outcomes, exhausted } = await survey(threeTasks([1]), {
        ...SINGLE,
        shard: { index, count: 3 },
      });
      assert(exhausted);
      for (const outcome of outcomes) together.add(outcome);
    }
    assertEquals(together.size, 6);
  });

  Deno.test(`a reduced search of ${kind} goes on from where another stood`, async () => {
    const body = threeTasks([1]);
    const whole = await survey(body, SINGLE);
    const begun = await survey(body, { ...SINGLE, schedules: 10 });
    const rest = await survey(body, { ...SINGLE, from: begun.place });
    assertEquals(begun.schedules + rest.schedules, whole.schedules);
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
