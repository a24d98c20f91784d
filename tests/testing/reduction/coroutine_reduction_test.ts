import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  Barrier,
  Context,
  type Coroutine,
  createTask,
  Event,
  EventLoop,
  explore,
  Future,
  gather,
  Lock,
  Queue,
  replay,
  ScheduleError,
  Semaphore,
  survey,
  Task,
  TaskGroup,
  Timeout,
  track,
  type World,
} from "../../../mod.ts";
import { meet } from "../../../src/testing/reduction/footprint.ts";
import type { Meet } from "../../../src/testing/reduction/reduction_turn.ts";
import { CoroutineRun } from "../../../src/testing/runs/coroutine_run.ts";
import { ExploredLoop } from "../../../src/testing/runs/explored_loop.ts";
import { surveyBy } from "../reduction_survey.ts";
import { coroutineBody, randomCoroutines } from "./coroutine_programs.ts";

/** Three tasks of four deliveries; some of them touch a shared cell. */
function threeTasks(touching: readonly number[]) {
  return function* ({ io }: World): Coroutine<string> {
    const cell = track({ log: "" });
    function* task(name: string): Coroutine<void> {
      for (let step = 0; step < 4; step++) {
        yield* io(`${name}${step}`, { resource: [] });
        if (touching.includes(step)) cell.log += name;
      }
    }
    yield* gather(["a", "b", "c"].map(task));
    return cell.log;
  };
}

for (const step of [0, 1, 2, 3]) {
  Deno.test(`three coroutines of four deliveries that meet at delivery ${step} take a hundredth of the 34,650 schedules, with the same outcomes`, async () => {
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

/** A program that has more schedules than this is left out. */
const LIMIT = { schedules: 3000 };

const SHAPES = [
  { batch: 1, deliveries: 5, programs: 250 },
  { batch: 1, deliveries: 7, programs: 15 },
  { batch: 2, deliveries: 4, programs: 250 },
  { batch: 3, deliveries: 4, programs: 50 },
];

for (const { batch, deliveries, programs } of SHAPES) {
  Deno.test(`reduction reaches the outcomes of all schedules in ${programs} random programs of coroutines with ${deliveries} deliveries, up to ${batch} at once`, async () => {
    let whole = 0;
    let reduced = 0;
    for (let seed = 0; seed < programs; seed++) {
      const body = coroutineBody(randomCoroutines(seed, deliveries));
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
    assert(reduced < whole && reduced > programs);
  });
}

/** Comparisons that overlook something; each must be found out. */
const WRONG: Record<string, Meet> = {
  "nothing ever meets": (one, other) => one === null || other === null,
  "writes are taken for reads": (one, other) =>
    meet(readOnly(one), readOnly(other)),
  "what is not known meets nothing": (one, other) =>
    one !== null && other !== null && meet(one, other),
  "futures and tasks are overlooked": (one, other) =>
    meet(without(one, "promise"), without(other, "promise")),
  "locks, queues and tracked objects are overlooked": (one, other) =>
    meet(without(one, "#"), without(other, "#")),
};

type Footprint = Parameters<Meet>[0];

function readOnly(footprint: Footprint): Footprint {
  return footprint && footprint.map((each) => ({ ...each, written: false }));
}

function without(footprint: Footprint, kind: string): Footprint {
  return footprint && footprint.filter(({ base }) => !base.startsWith(kind));
}

for (const [mistake, wrong] of Object.entries(WRONG)) {
  Deno.test(`the random programs of coroutines find out a reduction in which ${mistake}`, async () => {
    for (let seed = 0; seed < 100; seed++) {
      const body = coroutineBody(randomCoroutines(seed, 5));
      const all = await surveyBy(body, { ...LIMIT, batch: 1, reduce: false });
      if (!all.tally.exhausted) continue;
      const some = await surveyBy(body, { batch: 1 }, wrong);
      if (some.tally.outcomes.size < all.tally.outcomes.size) return;
    }
    throw new Error("No program has missed an outcome");
  });
}

Deno.test("shards of a reduced search of coroutines reach the same outcomes together", async () => {
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

/** Tasks with numbers in their names, at which only the last step looks. */
function* namesAtTheEnd({ io }: World): Coroutine<unknown> {
  const names: string[] = [];
  function* strand(name: string): Coroutine<void> {
    yield* io(`${name} begins`, { resource: [] });
    const task = createTask(nothing());
    yield* io(`${name} goes on`, { resource: [] });
    yield* io(`${name} ends`, { resource: [] });
    names.push(task.getName());
  }
  const strands = ["a", "b"].map((name) => createTask(strand(name), { name }));
  yield* gather(strands);
  return names.sort().join();
}

function* nothing(): Coroutine<void> {}

Deno.test("a reduced search goes on from where another stood, which has looked at names", async () => {
  const options = { delivery: "single" } as const;
  const whole = await survey(namesAtTheEnd, options);
  assert(whole.exhausted && whole.schedules > 3);
  for (let first = 1; first < whole.schedules; first++) {
    const begun = await survey(namesAtTheEnd, { ...options, schedules: first });
    const rest = await survey(namesAtTheEnd, { ...options, from: begun.place });
    assert(rest.exhausted);
    assertEquals(begun.schedules + rest.schedules, whole.schedules);
  }
});

Deno.test("a failure that a reduced search of coroutines finds is shrunk, and replays", async () => {
  const body = function* ({ io, check }: World): Coroutine<void> {
    const account = track({ balance: 100 });
    function* withdraw(amount: number): Coroutine<void> {
      yield* io("read", { resource: [] });
      const { balance } = account;
      yield* io("write", { resource: [] });
      account.balance = balance - amount;
    }
    yield* gather([withdraw(30), withdraw(50)]);
    check(account.balance === 20, "an update is lost");
  };
  const error = await assertRejects(() => explore(body), ScheduleError);
  await assertRejects(() => replay(body, error.schedule), ScheduleError);
});

Deno.test("a reduced search leaves the classes of the library as they were", async () => {
  const all = [
    Barrier,
    Context,
    CoroutineRun,
    Event,
    EventLoop,
    ExploredLoop,
    Future,
    Lock,
    Queue,
    Semaphore,
    Task,
    TaskGroup,
    Timeout,
  ];
  const methods = () =>
    all.flatMap(({ prototype }) =>
      Object.values(Object.getOwnPropertyDescriptors(prototype))
        .map(({ value, get }) => get ?? value)
    );
  const before = methods();
  const areAsBefore = () => {
    const now = methods();
    return now.length === before.length &&
      now.every((method, place) => method === before[place]);
  };
  let during = true;
  const { exhausted } = await survey(function* (world: World) {
    during = areAsBefore();
    return yield* threeTasks([1])(world);
  }, { delivery: "single" });
  assert(exhausted);
  assert(!during && areAsBefore());
});
