import { assert, assertEquals } from "@std/assert";
import {
  Barrier,
  Context,
  type Coroutine,
  createTask,
  Event,
  EventLoop,
  Future,
  gather,
  Lock,
  Queue,
  Semaphore,
  survey,
  Task,
  TaskGroup,
  Timeout,
  type World,
} from "../../../mod.ts";
import { CoroutineRun } from "../../../src/testing/runs/coroutine_run.ts";
import { ExploredLoop } from "../../../src/testing/runs/explored_loop.ts";

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
    return yield* namesAtTheEnd(world);
  }, { delivery: "single" });
  assert(exhausted);
  assert(!during && areAsBefore());
});
