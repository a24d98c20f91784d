import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  type Coroutine,
  createTask,
  DeadlockError,
  Event,
  explore,
  gather,
  LeakError,
  Lock,
  Queue,
  run,
  ScheduleError,
  Semaphore,
  sleep,
  virtual,
  type VirtualBody,
  wait,
  type World,
} from "../../../mod.ts";

/** Who waits for whom when a body hangs, without the places. */
async function waitsOf(
  body: (world: World) => Coroutine<unknown>,
): Promise<string[]> {
  const error = await assertRejects(() => explore(body), ScheduleError);
  const [, waits = ""] = error.message.split("whom:\n");
  const lines = waits.split("\n").map((line) => line.trim());
  return lines.slice(0, lines.indexOf("")).filter((line) =>
    !line.startsWith("since ")
  );
}

Deno.test("two tasks with two locks in two orders are drawn as a circle", async () => {
  function* body({ io }: World): Coroutine<void> {
    const [a, b] = [new Lock(), new Lock()];
    function* transfer(from: Lock, to: Lock): Coroutine<void> {
      yield* io("start");
      using _from = yield* from.acquire();
      yield* io("between");
      using _to = yield* to.acquire();
    }
    yield* wait([
      createTask(transfer(a, b), { name: "there" }),
      createTask(transfer(b, a), { name: "back" }),
    ]);
  }
  assertEquals(await waitsOf(body), [
    "In a circle: there → back → there",
    "there ──▶ Lock #2, held by back",
    "back ──▶ Lock #1, held by there",
    "Task-1 ──▶ there and back",
  ]);
});

Deno.test("what nobody holds is named with the method that waits", async () => {
  function* body({ io }: World): Coroutine<void> {
    yield* io("start");
    yield* gather([
      createTask(new Event().wait(), { name: "listener" }),
      createTask(new Queue().get(), { name: "consumer" }),
      createTask(new Semaphore(0).acquire(), { name: "visitor" }),
    ]);
  }
  assertEquals(await waitsOf(body), [
    "Task-1 ──▶ listener and consumer and visitor",
    "listener ──▶ Event #1.wait()",
    "consumer ──▶ Queue #1.get()",
    "visitor ──▶ Semaphore #1",
  ]);
});

Deno.test("the place of a wait is where it was called, even when another task runs it", async () => {
  function* body({ io }: World): Coroutine<void> {
    yield* io("start");
    yield* createTask(new Event().wait(), { name: "listener" });
  }
  const error = await assertRejects(() => explore(body), ScheduleError);
  const [, place = ""] = error.message.split("Event #1.wait()\n");
  assert(/^\s+since .*sync_watch_test\.ts:\d+/.test(place), error.message);
});

Deno.test("the place of a wait is in the code that waits, and nothing stays wrapped", async () => {
  const { acquire } = Lock.prototype;
  function* body({ io }: World): Coroutine<void> {
    const lock = new Lock();
    yield* io("start");
    yield* lock.acquire();
    yield* lock.acquire();
  }
  const error = await assertRejects(() => explore(body), ScheduleError);
  assert(/since .*sync_watch_test\.ts:\d+/.test(error.message), error.message);
  assert(error.message.includes("Lock #1, held by Task-1"), error.message);
  assertEquals(Lock.prototype.acquire, acquire);
});

/** Who waits for whom in a deadlock of `virtual`, without the places. */
async function stuckIn(body: VirtualBody<unknown>): Promise<string[]> {
  const error = await assertRejects(() => virtual(body), DeadlockError);
  return error.message.split("\n").slice(1)
    .filter((line) => !line.startsWith("      "))
    .map((line) => line.trim());
}

/** Two tasks that take two locks in two orders. */
function* crossed(): Coroutine<void> {
  const [a, b] = [new Lock(), new Lock()];
  function* transfer(from: Lock, to: Lock): Coroutine<void> {
    using _from = yield* from.acquire();
    yield* sleep(10);
    using _to = yield* to.acquire();
  }
  yield* wait([
    createTask(transfer(a, b), { name: "there" }),
    createTask(transfer(b, a), { name: "back" }),
  ]);
}

Deno.test("virtual() names locks, their holders and the circle they stand in", async () => {
  assertEquals(await stuckIn(crossed), [
    "In a circle: there → back → there",
    "Task-1 waits for there and back",
    "there waits for Lock #2, held by back",
    "back waits for Lock #1, held by there",
  ]);
});

Deno.test("virtual() names the locks of a loop that native code runs", async () => {
  assertEquals(await stuckIn(async () => await run(crossed)), [
    "In a circle: there → back → there",
    "there waits for Lock #2, held by back",
    "back waits for Lock #1, held by there",
  ]);
});

Deno.test("virtual() runs beside each other each know their own locks, and none stays wrapped", async () => {
  const { acquire, release } = Lock.prototype;
  const stuck = await Promise.all([stuckIn(crossed), stuckIn(crossed)]);
  for (const [circle] of stuck) {
    assertEquals(circle, "In a circle: there → back → there");
  }
  assertEquals(stuck[0], stuck[1]);
  await assertRejects(() => virtual(() => virtual(() => 1)), Error, "inside");
  assertEquals(Lock.prototype.acquire, acquire);
  assertEquals(Lock.prototype.release, release);
});

Deno.test("whoever was cancelled in line holds nothing, and a semaphore is held by who has not released it", async () => {
  assertEquals(
    await stuckIn(function* () {
      const semaphore = new Semaphore(2);
      function* brief(): Coroutine<void> {
        using _ = yield* semaphore.acquire();
        yield* sleep(1);
      }
      function* keep(): Coroutine<void> {
        yield* semaphore.acquire();
        yield* sleep(2);
        yield* semaphore.acquire();
        yield* semaphore.acquire();
      }
      createTask(brief(), { name: "brief" });
      const keeper = createTask(keep(), { name: "keeper" });
      yield* sleep(0);
      const cancelled = createTask(semaphore.acquire(), { name: "cancelled" });
      yield* sleep(0);
      cancelled.cancel();
      yield* keeper;
    }),
    [
      "In a circle: keeper → keeper",
      'Task-1 waits for task "keeper"',
      "keeper waits for Semaphore #1, held by keeper",
    ],
  );
});

Deno.test("a task that is left over says which lock it waits for", async () => {
  const error = await assertRejects(
    () =>
      virtual(function* () {
        const lock = new Lock();
        yield* lock.acquire();
        createTask(lock.acquire(), { name: "late" });
        yield* sleep(1);
      }),
    LeakError,
  );
  assertEquals(
    error.leaks[0]!.label,
    "late, which waits for Lock #1, held by Task-1",
  );
});

Deno.test("a lock whose holder has ended is told to be lost", async () => {
  function* body({ io }: World): Coroutine<void> {
    const lock = new Lock();
    function* forgetful(): Coroutine<void> {
      yield* lock.acquire();
      yield* io("work");
    }
    createTask(forgetful(), { name: "forgetful" });
    yield* io("start");
    yield* lock.acquire();
  }
  assertEquals(await waitsOf(body), [
    "Task-1 ──▶ Lock #1, held by forgetful, which is done",
  ]);
});
