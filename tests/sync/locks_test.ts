import { assert, assertEquals, assertThrows } from "@std/assert";
import {
  BoundedSemaphore,
  Condition,
  type Coroutine,
  createTask,
  Event,
  gather,
  getRunningLoop,
  Lock,
  runSync,
  Semaphore,
  sleep,
  type Task,
} from "../../mod.ts";

/** Waits for a task and says how it ended. */
function* ending(task: Task<unknown>): Coroutine<string> {
  try {
    yield* task;
    return "done";
  } catch (error) {
    return (error as Error).name;
  }
}

/** A visitor who holds something for a while and says when. */
function* visit(
  log: string[],
  name: string,
  acquire: () => Coroutine<Disposable>,
  stay = 10,
) {
  using _ = yield* acquire();
  log.push(`${name} in ${getRunningLoop().time()}`);
  yield* sleep(stay);
  log.push(`${name} out ${getRunningLoop().time()}`);
}

Deno.test("rule 22: a lock is held by one task at a time, in the order of asking", () => {
  const log: string[] = [];
  runSync(function* () {
    const lock = new Lock();
    yield* gather(
      ["a", "b", "c"].map((name) => visit(log, name, () => lock.acquire())),
    );
    assertEquals(lock.locked(), false);
  });
  assertEquals(log, [
    "a in 0",
    "a out 10",
    "b in 10",
    "b out 20",
    "c in 20",
    "c out 30",
  ]);
});

Deno.test("rule 22: a free lock with someone in line is not taken past them", () => {
  const log: string[] = [];
  runSync(function* () {
    const lock = new Lock();
    const held = yield* lock.acquire();
    const first = createTask(visit(log, "first", () => lock.acquire()));
    yield* sleep(0);
    held[Symbol.dispose](); // free, and promised to the first in line
    assertEquals(lock.locked(), false);
    yield* gather([visit(log, "late", () => lock.acquire()), first]);
  });
  assertEquals(log.map((line) => line.split(" in")[0]).slice(0, 1), ["first"]);
});

Deno.test("rule 22: a woken waiter that is cancelled passes the lock on", () => {
  const log: string[] = [];
  runSync(function* () {
    const lock = new Lock();
    const held = yield* lock.acquire();
    const gone = createTask(visit(log, "gone", () => lock.acquire()));
    const next = createTask(visit(log, "next", () => lock.acquire()));
    yield* sleep(0);
    held[Symbol.dispose]();
    gone.cancel(); // woken, but not yet resumed
    assertEquals(yield* ending(gone), "CancelledError");
    assertEquals(yield* ending(next), "done");
  });
  assertEquals(log, ["next in 0", "next out 10"]);
});

Deno.test("rule 22: a waiter cancelled in line leaves the line", () => {
  const log: string[] = [];
  runSync(function* () {
    const lock = new Lock();
    const held = yield* lock.acquire();
    const gone = createTask(visit(log, "gone", () => lock.acquire()));
    const next = createTask(visit(log, "next", () => lock.acquire()));
    yield* sleep(1);
    gone.cancel();
    yield* sleep(1);
    held[Symbol.dispose]();
    yield* gather([gone, next], { returnExceptions: true });
  });
  assertEquals(log, ["next in 2", "next out 12"]);
});

Deno.test("a lock that is not held cannot be released", () => {
  assertThrows(
    () => new Lock().release(),
    Error,
    "Lock is not acquired; release() must follow acquire()",
  );
});

Deno.test("rule 23: a semaphore admits as many as it has permits, in order", () => {
  const log: string[] = [];
  runSync(function* () {
    const semaphore = new Semaphore(2);
    yield* gather(
      ["a", "b", "c"].map((name) =>
        visit(log, name, () => semaphore.acquire())
      ),
    );
    assertEquals(semaphore.locked(), false);
  });
  assertEquals(log, [
    "a in 0",
    "b in 0",
    "a out 10",
    "b out 10",
    "c in 10",
    "c out 20",
  ]);
});

Deno.test("rule 23: a permit is handed over at the wake-up", () => {
  runSync(function* () {
    const semaphore = new Semaphore(1);
    const held = yield* semaphore.acquire();
    const waiting = createTask(visit([], "waiting", () => semaphore.acquire()));
    yield* sleep(0);
    held[Symbol.dispose]();
    assert(semaphore.locked(), "the permit belongs to the woken task already");
    yield* waiting;
    assertEquals(semaphore.locked(), false);
  });
});

Deno.test("rule 23: a permit that was handed to a cancelled waiter comes back", () => {
  const log: string[] = [];
  runSync(function* () {
    const semaphore = new Semaphore(1);
    const held = yield* semaphore.acquire();
    const gone = createTask(visit(log, "gone", () => semaphore.acquire()));
    const next = createTask(visit(log, "next", () => semaphore.acquire()));
    yield* sleep(0);
    held[Symbol.dispose]();
    gone.cancel();
    assertEquals(yield* ending(gone), "CancelledError");
    assertEquals(yield* ending(next), "done");
    assertEquals(semaphore.locked(), false);
  });
  assertEquals(log, ["next in 0", "next out 10"]);
});

Deno.test("a semaphore may begin empty, and be given permits", () => {
  runSync(function* () {
    const semaphore = new Semaphore(0);
    const waiting = createTask(visit([], "w", () => semaphore.acquire()));
    yield* sleep(5);
    assertEquals(waiting.done(), false);
    semaphore.release();
    yield* waiting;
  });
});

Deno.test("a semaphore refuses a number of permits that makes no sense", () => {
  for (const value of [-1, 1.5, NaN, Infinity]) {
    assertThrows(
      () => new Semaphore(value),
      RangeError,
      `Semaphore needs a whole number of permits, 0 or more, not ${value}`,
    );
  }
});

Deno.test("a bounded semaphore notices a release too many", () => {
  runSync(function* () {
    const semaphore = new BoundedSemaphore(1);
    const held = yield* semaphore.acquire();
    held[Symbol.dispose]();
    assertThrows(
      () => semaphore.release(),
      RangeError,
      "BoundedSemaphore released too many times; it has only 1 permits",
    );
  });
});

Deno.test("rule 25: set wakes everyone who waits, even if clear follows at once", () => {
  runSync(function* () {
    const event = new Event();
    const waiting = [createTask(event.wait()), createTask(event.wait())];
    yield* sleep(0);
    event.set();
    event.clear();
    assertEquals(event.isSet(), false);
    assertEquals(yield* gather(waiting), [true, true]);
    const later = createTask(event.wait());
    yield* sleep(10);
    assertEquals(later.done(), false);
    event.set();
    event.set();
    assertEquals(yield* later, true);
  });
});

Deno.test("an event that is set does not switch", () => {
  const log: string[] = [];
  runSync(function* () {
    const event = new Event();
    event.set();
    getRunningLoop().callSoon(() => log.push("other"));
    yield* event.wait();
    log.push("waited");
    yield* sleep(0);
  });
  assertEquals(log, ["waited", "other"]);
});

Deno.test("an event forgets a waiter that was cancelled", () => {
  runSync(function* () {
    const event = new Event();
    const task = createTask(event.wait());
    yield* sleep(0);
    task.cancel();
    assertEquals(yield* ending(task), "CancelledError");
    event.set();
    assertEquals(yield* event.wait(), true);
  });
});

Deno.test("rule 24: wait holds the lock again when it returns", () => {
  const log: string[] = [];
  runSync(function* () {
    const condition = new Condition();
    function* waiter(name: string) {
      using _ = yield* condition.acquire();
      yield* condition.wait();
      assert(condition.locked());
      log.push(`${name} ${getRunningLoop().time()}`);
      yield* sleep(5);
    }
    const tasks = [createTask(waiter("a")), createTask(waiter("b"))];
    yield* sleep(1);
    {
      using _ = yield* condition.acquire();
      condition.notifyAll();
    }
    yield* gather(tasks);
  });
  assertEquals(log, ["a 1", "b 6"]);
});

Deno.test("rule 24: wait holds the lock again when it is cancelled", () => {
  const log: string[] = [];
  runSync(function* () {
    const condition = new Condition();
    const task = createTask(function* () {
      const held = yield* condition.acquire();
      try {
        yield* condition.wait();
      } catch (error) {
        log.push(`locked ${condition.locked()} at ${getRunningLoop().time()}`);
        throw error;
      } finally {
        held[Symbol.dispose]();
      }
    }());
    yield* sleep(0);
    const held = yield* condition.acquire();
    task.cancel();
    yield* sleep(7);
    held[Symbol.dispose]();
    assertEquals(yield* ending(task), "CancelledError");
  });
  assertEquals(log, ["locked true at 7"]);
});

Deno.test("rule 24: an error after a notification passes the notification on", () => {
  const log: string[] = [];
  runSync(function* () {
    const condition = new Condition();
    function* waiter(name: string) {
      using _ = yield* condition.acquire();
      yield* condition.wait();
      log.push(name);
    }
    const first = createTask(waiter("first"));
    const second = createTask(waiter("second"));
    yield* sleep(0);
    {
      using _ = yield* condition.acquire();
      condition.notify(1);
      first.cancel();
    }
    assertEquals(yield* ending(first), "CancelledError");
    assertEquals(yield* ending(second), "done");
  });
  assertEquals(log, ["second"]);
});

Deno.test("waitFor asks again after each notification, and gives what it was told", () => {
  let stock = 0;
  const asked: number[] = [];
  runSync(function* () {
    const condition = new Condition();
    const buyer = createTask(function* () {
      using _ = yield* condition.acquire();
      return yield* condition.waitFor(() => {
        asked.push(stock);
        return stock >= 2 && `bought ${stock}`;
      });
    }());
    for (let i = 0; i < 2; i++) {
      yield* sleep(1);
      using _ = yield* condition.acquire();
      stock++;
      condition.notify();
    }
    assertEquals(yield* buyer, "bought 2");
  });
  assertEquals(asked, [0, 1, 2]);
});

Deno.test("a condition is used under its lock", () => {
  runSync(function* () {
    const condition = new Condition();
    let message = "";
    try {
      yield* condition.wait();
    } catch (error) {
      message = (error as Error).message;
    }
    assert(message.startsWith("Cannot wait on an un-acquired lock"));
    assertThrows(
      () => condition.notify(),
      Error,
      "Cannot notify on an un-acquired lock",
    );
    assertThrows(() => condition.release(), Error, "Lock is not acquired");
  });
});

Deno.test("two conditions may share a lock", () => {
  runSync(function* () {
    const lock = new Lock();
    const [one, two] = [new Condition(lock), new Condition(lock)];
    using _ = yield* one.acquire();
    assert(two.locked());
    two.notify();
  });
});
