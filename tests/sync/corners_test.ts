/** The corners of the sync room: several things in one step. */

import { assertEquals } from "@std/assert";
import {
  asCompleted,
  Condition,
  type Coroutine,
  createTask,
  getRunningLoop,
  Lock,
  Queue,
  runSync,
  Semaphore,
  sleep,
  type Task,
} from "../../mod.ts";

function* ending(task: Task<unknown>): Coroutine<string> {
  try {
    return `result ${String(yield* task)}`;
  } catch (error) {
    return (error as Error).name;
  }
}

for (
  const [name, make] of [
    ["a lock", () => new Lock()],
    ["a semaphore of one", () => new Semaphore(1)],
  ] as const
) {
  Deno.test(`who releases ${name} and asks again at once goes to the end of the line`, () => {
    const log: string[] = [];
    runSync(function* () {
      const lock = make();
      const held = yield* lock.acquire();
      const other = createTask(function* () {
        using _ = yield* lock.acquire();
        log.push("other");
      }());
      yield* sleep(0);
      held[Symbol.dispose]();
      using _ = yield* lock.acquire();
      log.push("me again");
      yield* other;
    });
    assertEquals(log, ["other", "me again"]);
  });

  Deno.test(`${name} with nobody but cancelled waiters in line is free`, () => {
    runSync(function* () {
      const lock = make();
      const held = yield* lock.acquire();
      const gone = createTask(lock.acquire());
      yield* sleep(0);
      gone.cancel(); // still in line until its next step
      held[Symbol.dispose]();
      const begin = getRunningLoop()._pass;
      yield* lock.acquire();
      assertEquals(getRunningLoop()._pass, begin);
      assertEquals(yield* ending(gone), "CancelledError");
    });
  });
}

Deno.test("a semaphore that got permits while one was in line lets several pass", () => {
  const log: string[] = [];
  runSync(function* () {
    const semaphore = new Semaphore(0);
    const tasks = ["a", "b"].map((name) =>
      createTask(function* () {
        yield* semaphore.acquire();
        log.push(name);
      }())
    );
    yield* sleep(0);
    semaphore.release();
    semaphore.release();
    for (const task of tasks) yield* task;
  });
  assertEquals(log, ["a", "b"]);
});

Deno.test("notify in one step twice wakes two", () => {
  const log: string[] = [];
  runSync(function* () {
    const condition = new Condition();
    const tasks = ["a", "b"].map((name) =>
      createTask(function* () {
        using _ = yield* condition.acquire();
        yield* condition.wait();
        log.push(name);
      }())
    );
    yield* sleep(0);
    {
      using _ = yield* condition.acquire();
      condition.notify();
      condition.notify();
    }
    for (const task of tasks) yield* task;
  });
  assertEquals(log, ["a", "b"]);
});

Deno.test("rule 24: a wait cancelled again while it takes the lock back has the lock all the same", () => {
  const log: string[] = [];
  runSync(function* () {
    const condition = new Condition();
    const task = createTask(function* () {
      const held = yield* condition.acquire();
      try {
        yield* condition.wait();
      } finally {
        log.push(`locked ${condition.locked()} at ${getRunningLoop().time()}`);
        held[Symbol.dispose]();
      }
    }());
    yield* sleep(0);
    const held = yield* condition.acquire();
    task.cancel("first");
    yield* sleep(5);
    task.cancel("second");
    yield* sleep(5);
    held[Symbol.dispose]();
    assertEquals(yield* ending(task), "CancelledError");
  });
  assertEquals(log, ["locked true at 10"]);
});

Deno.test("an item goes past a getter that was cancelled in the same step", () => {
  runSync(function* () {
    const queue = new Queue<string>();
    const gone = createTask(queue.get());
    const next = createTask(queue.get());
    yield* sleep(0);
    gone.cancel();
    queue.putNowait("item");
    assertEquals(yield* ending(gone), "CancelledError");
    assertEquals(yield* ending(next), "result item");
  });
});

Deno.test("rule 20: what completes in the pass of the limit has come too late", () => {
  const log: string[] = [];
  runSync(function* () {
    const loop = getRunningLoop();
    const future = loop.createFuture<string>();
    loop.callLater(50, () => future.setResult("too late"));
    for (const next of asCompleted([future], { timeout: 50 })) {
      try {
        log.push(yield* next);
      } catch (error) {
        log.push((error as Error).name);
      }
    }
  });
  assertEquals(log, ["TimeoutError"]);
});
