/** Event, condition and barrier, on every schedule of small programs. */

import { assertRejects, assertStringIncludes } from "@std/assert";
import {
  Barrier,
  Condition,
  type Coroutine,
  createTask,
  Event,
  explore,
  gather,
  ScheduleError,
  wait,
  type World,
} from "../../../mod.ts";
import { cancellable, prove } from "./prove.ts";

prove(
  "an event that is set wakes everybody who waits, also when it is cleared at once",
  function* (world) {
    const { io, check } = world;
    const event = new Event();
    let woken = 0;

    function* waits(): Coroutine<void> {
      yield* event.wait();
      woken++;
    }

    const tasks = [
      createTask(waits()),
      cancellable(world, waits(), "b"),
      createTask(waits()),
    ];
    yield* io("set");
    event.set();
    event.clear();
    yield* wait(tasks);
    check(woken === (tasks[1]!.cancelled() ? 2 : 3), `${woken} were woken`);
    check(!event.isSet(), "the event is set again");
  },
);

prove(
  "a condition's notification is not lost with the task that was to get it",
  function* (world) {
    const { io, check } = world;
    const condition = new Condition();
    let items = 0;

    function* take(): Coroutine<void> {
      using _ = yield* condition.acquire();
      yield* condition.waitFor(() => items > 0);
      check(condition.locked(), "the wait came back without the lock");
      items--;
    }

    function* give(): Coroutine<void> {
      yield* io("give");
      using _ = yield* condition.acquire();
      items++;
      condition.notify();
    }

    const unsure = cancellable(world, take(), "unsure");
    const sure = createTask(take());
    yield* gather([give(), give()]);
    yield* wait([unsure, sure]);
    check(
      !sure.cancelled() && sure.done(),
      "an item was there, and nobody took it",
    );
    check(items === (unsure.cancelled() ? 1 : 0), `${items} items are left`);
    check(!condition.locked(), "the lock is held, and everybody has left");
  },
);

/** Two come, one may come and be cancelled, a fourth comes later. */
function* meeting(world: World): Coroutine<void> {
  const { io, check } = world;
  const barrier = new Barrier(2);
  let passed = 0;

  function* come(name: string): Coroutine<void> {
    yield* io(`${name} comes`);
    yield* barrier.wait();
    passed++;
  }

  const tasks = [
    createTask(come("a")),
    createTask(come("b")),
    cancellable(world, come("c"), "c"),
  ];
  yield* io("enough");
  tasks.push(createTask(come("late")));
  // Whoever is left over would wait for ever.
  yield* io("cancel the rest");
  for (const task of tasks) task.cancel();
  yield* wait(tasks);
  check(passed % 2 === 0, `${passed} went through a barrier for 2`);
  check(barrier.nWaiting === 0, `${barrier.nWaiting} still wait`);
}

prove(
  "a barrier lets two through together, also when a third is cancelled while it waits",
  meeting,
  { delivery: "single" },
);

Deno.test("whoever is cancelled in the very pass that fills a barrier has been counted, as in CPython", async () => {
  const error = await assertRejects(() => explore(meeting), ScheduleError);
  assertStringIncludes(error.message, "3 went through a barrier for 2");
  assertStringIncludes(error.timeline, "cancel c + late comes at once");
});
