import { assert, assertEquals, assertThrows } from "@std/assert";
import {
  CancelledError,
  type Coroutine,
  createTask,
  currentTask,
  type Future,
  getRunningLoop,
  isCancelled,
  runSync,
  sleep,
  type Task,
} from "../../mod.ts";

/** Waits for a task and says how it ended. */
function* ending(task: Task<unknown>): Coroutine<string> {
  try {
    return `result ${String(yield* task)}`;
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
}

Deno.test("rule 10: cancelling a sleeping task throws into it where it sleeps", () => {
  const log: string[] = [];
  runSync(function* () {
    const loop = getRunningLoop();
    const task = createTask(function* () {
      try {
        yield* sleep(1000);
      } catch (error) {
        log.push(`${(error as Error).message} at ${loop.time()}`);
        throw error;
      }
    }());
    yield* sleep(10);
    assert(task.cancel("enough"));
    assert(!task.done(), "cancel only asks");
    log.push(yield* ending(task));
    assert(task.cancelled());
    assertEquals(loop.time(), 10);
  });
  assertEquals(log, ["enough at 10", "CancelledError: enough"]);
});

Deno.test("rule 10: a cancelled sleep leaves no timer behind", () => {
  const end = runSync(function* () {
    const loop = getRunningLoop();
    const task = createTask(sleep(1_000_000));
    yield* sleep(1);
    task.cancel();
    yield* ending(task);
    yield* sleep(1);
    return loop.time();
  });
  assertEquals(end, 2);
});

Deno.test("rule 10: the wish goes to the future the task waits for", () => {
  runSync(function* () {
    const future = getRunningLoop().createFuture<void>();
    const task = createTask(function* () {
      yield* future;
    }());
    yield* sleep(0);
    task.cancel("enough");
    assert(future.cancelled());
    assertEquals(yield* ending(task), "CancelledError: enough");
  });
});

Deno.test("rule 10: the wish goes through a chain of tasks to the innermost", () => {
  const log: string[] = [];
  function* level(name: string, inner: () => Coroutine<void>) {
    try {
      yield* createTask(inner());
    } catch (error) {
      log.push(name);
      throw error;
    }
  }
  runSync(function* () {
    const task = createTask(
      level(
        "outer",
        () => level("middle", () => level("inner", () => sleep(100))),
      ),
    );
    yield* sleep(1);
    task.cancel();
    assertEquals(yield* ending(task), "CancelledError: ");
  });
  assertEquals(log, ["inner", "middle", "outer"]);
});

Deno.test("rule 10: each request counts, and uncancel counts down", () => {
  runSync(function* () {
    const task = createTask(function* () {
      try {
        yield* sleep(1000);
      } catch {
        yield* sleep(1);
      }
      const self = currentTask()!;
      const before = self.cancelling();
      return [before, self.uncancel(), self.uncancel(), self.uncancel()].join();
    }());
    yield* sleep(0);
    task.cancel();
    task.cancel();
    assertEquals(task.cancelling(), 2);
    // Both requests met the same sleep, so the coroutine is interrupted twice:
    // by the sleep's end, and by the second request at its next wait.
    yield* ending(task);
  });
});

Deno.test("rule 10: uncancel at zero calls off a cancellation that is only pending", () => {
  const result = runSync(function* () {
    const task = createTask(function* () {
      return "ran";
    }());
    task.cancel();
    assertEquals(task.uncancel(), 0);
    return yield* ending(task);
  });
  assertEquals(result, "result ran");
});

Deno.test("rule 10: uncancel does not bring back a wait that was cancelled", () => {
  const result = runSync(function* () {
    const task = createTask(sleep(1000, "slept"));
    yield* sleep(0);
    task.cancel();
    task.uncancel();
    return yield* ending(task);
  });
  assertEquals(result, "CancelledError: ");
});

Deno.test("rule 11: a result and a cancel in the same pass lose the result", () => {
  runSync(function* () {
    const future = getRunningLoop().createFuture<string>();
    const task = createTask(function* () {
      return yield* future;
    }());
    yield* sleep(0);
    future.setResult("won");
    task.cancel();
    assertEquals(yield* ending(task), "CancelledError: ");
  });
});

Deno.test("rule 11: a task cancelled before its first step never runs", () => {
  const log: string[] = [];
  runSync(function* () {
    const task = createTask(function* () {
      log.push("ran");
    }());
    task.cancel("too early");
    assertEquals(yield* ending(task), "CancelledError: too early");
  });
  assertEquals(log, []);
});

Deno.test("rule 11: a task that returns with a cancellation pending ends cancelled", () => {
  runSync(function* () {
    const task = createTask(function* () {
      currentTask()!.cancel("by myself");
      return "result";
    }());
    assertEquals(yield* ending(task), "CancelledError: by myself");
    assert(task.cancelled());
  });
});

Deno.test("rule 11: one that waits with a cancellation pending has its future cancelled at once", () => {
  runSync(function* () {
    const future = getRunningLoop().createFuture<void>();
    const task = createTask(function* () {
      currentTask()!.cancel("now");
      yield* future;
    }());
    yield* sleep(0);
    assert(future.cancelled());
    assertEquals(yield* ending(task), "CancelledError: now");
  });
});

Deno.test("a cancellation during a bare yield comes at the next step", () => {
  const log: string[] = [];
  runSync(function* () {
    const task = createTask(function* () {
      try {
        for (;;) yield* sleep(0);
      } finally {
        log.push("cleaned up");
      }
    }());
    yield* sleep(0);
    task.cancel();
    assertEquals(yield* ending(task), "CancelledError: ");
  });
  assertEquals(log, ["cleaned up"]);
});

Deno.test("a finally block may wait, and the cancellation goes on after it", () => {
  const log: string[] = [];
  runSync(function* () {
    const loop = getRunningLoop();
    const task = createTask(function* () {
      try {
        yield* sleep(1000);
      } finally {
        yield* sleep(50);
        log.push(`cleaned up at ${loop.time()}`);
      }
    }());
    yield* sleep(10);
    task.cancel();
    log.push(yield* ending(task));
  });
  assertEquals(log, ["cleaned up at 60", "CancelledError: "]);
});

Deno.test("a coroutine may refuse a cancellation", () => {
  runSync(function* () {
    const task = createTask(function* () {
      try {
        yield* sleep(1000);
      } catch (error) {
        assert(isCancelled(error));
      }
      yield* sleep(5);
      return "finished all the same";
    }());
    yield* sleep(1);
    task.cancel();
    assertEquals(yield* ending(task), "result finished all the same");
    assertEquals(task.cancelled(), false);
    assertEquals(task.cancelling(), 1);
  });
});

Deno.test("an error thrown while cleaning up replaces the cancellation", () => {
  runSync(function* () {
    const task = createTask(function* () {
      try {
        yield* sleep(1000);
      } catch {
        throw new Error("cleaning failed");
      }
    }());
    yield* sleep(0);
    task.cancel();
    assertEquals(yield* ending(task), "Error: cleaning failed");
  });
});

Deno.test("a task that is over cannot be cancelled", () => {
  runSync(function* () {
    const task = createTask(sleep(0, "done"));
    yield* task;
    assertEquals(task.cancel(), false);
    assertEquals(task.cancelling(), 0);
    assertEquals(task.result(), "done");
  });
});

Deno.test("cancelling one of two tasks that wait for a future cancels it for both", () => {
  runSync(function* () {
    const future: Future<void> = getRunningLoop().createFuture();
    function* wait() {
      yield* future;
    }
    const [one, two] = [createTask(wait()), createTask(wait())];
    yield* sleep(0);
    one.cancel();
    assertEquals(yield* ending(one), "CancelledError: ");
    assertEquals(yield* ending(two), "CancelledError: ");
  });
});

Deno.test("a cancelled main throws CancelledError from runSync", () => {
  assertThrows(
    () =>
      runSync(function* () {
        currentTask()!.cancel("main");
        yield* sleep(1);
      }),
    CancelledError,
    "main",
  );
});
