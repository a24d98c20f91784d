import { assert, assertEquals, assertThrows } from "@std/assert";
import {
  asCompleted,
  CancelledError,
  type Coroutine,
  createTask,
  currentTask,
  getRunningLoop,
  runSync,
  sleep,
  type Task,
  type Timeout,
  timeout,
  timeoutAt,
  TimeoutError,
  waitFor,
} from "../../mod.ts";
import { passesOf } from "./passes.ts";

function* caught(task: Task<unknown>) {
  try {
    return `result ${String(yield* task)}`;
  } catch (error) {
    return (error as Error).name;
  }
}

Deno.test("rule 16: a body that is done in time gives its result", () => {
  const [result, time] = runSync(function* () {
    const result = yield* timeout(100, () => sleep(50, "in time"));
    yield* sleep(200); // the limit must not strike later
    return [result, getRunningLoop().time()] as const;
  });
  assertEquals([result, time], ["in time", 250]);
});

Deno.test("rule 16: a body that takes too long is cancelled and becomes a TimeoutError", () => {
  const log: string[] = [];
  runSync(function* () {
    try {
      yield* timeout(100, function* () {
        try {
          yield* sleep(1000);
        } catch (error) {
          log.push(`body: ${(error as Error).name}`);
          throw error;
        }
      });
    } catch (error) {
      assert(error instanceof TimeoutError);
      assert(error.cause instanceof CancelledError);
      log.push(`outside: ${error.name} at ${getRunningLoop().time()}`);
    }
    assertEquals(currentTask()!.cancelling(), 0);
  });
  assertEquals(log, ["body: CancelledError", "outside: TimeoutError at 100"]);
});

Deno.test("rule 16: the body cleans up before the timeout is thrown", () => {
  const log: string[] = [];
  runSync(function* () {
    try {
      yield* timeout(10, function* () {
        try {
          yield* sleep(1000);
        } finally {
          yield* sleep(5);
          log.push("cleaned");
        }
      });
    } catch (error) {
      log.push(`${(error as Error).name} at ${getRunningLoop().time()}`);
    }
  });
  assertEquals(log, ["cleaned", "TimeoutError at 15"]);
});

Deno.test("rule 16: a foreign cancellation stays a cancellation", () => {
  runSync(function* () {
    const task = createTask(timeout(100, () => sleep(1000)));
    yield* sleep(10);
    task.cancel();
    assertEquals(yield* caught(task), "CancelledError");
  });
});

Deno.test("rule 16: with a foreign cancellation outstanding, it is not a timeout", () => {
  runSync(function* () {
    const task = createTask(timeout(10, function* () {
      try {
        yield* sleep(1000);
      } finally {
        yield* sleep(10); // the foreign request arrives while cleaning up
      }
    }));
    yield* sleep(15);
    task.cancel();
    assertEquals(yield* caught(task), "CancelledError");
    assertEquals(task.cancelling(), 1);
  });
});

Deno.test("rule 16: an error of the body beats its timeout", () => {
  const name = runSync(function* () {
    return yield* caught(createTask(timeout(10, function* () {
      try {
        yield* sleep(1000);
      } catch {
        throw new RangeError("while cleaning up");
      }
    })));
  });
  assertEquals(name, "RangeError");
});

Deno.test("rule 16: a body that swallows the cancellation ends without a timeout", () => {
  runSync(function* () {
    let seen: Timeout | undefined;
    const result = yield* timeout(10, function* (limit) {
      seen = limit;
      try {
        yield* sleep(1000);
      } catch {
        // swallowed
      }
      return "went on";
    });
    assertEquals(result, "went on");
    assert(seen!.expired());
    assertEquals(currentTask()!.cancelling(), 0);
  });
});

Deno.test("rule 16: of two nested limits the one that passed is the one that throws", () => {
  const log: string[] = [];
  runSync(() => nested(log));
  assertEquals(log, [
    "inner TimeoutError",
    "outer expired false",
    "inner CancelledError",
    "outer TimeoutError",
  ]);

  function* nested(log: string[]) {
    try {
      yield* timeout(100, function* (outer) {
        try {
          yield* timeout(10, () => sleep(1000));
        } catch (error) {
          log.push(`inner ${(error as Error).name}`);
        }
        log.push(`outer expired ${outer.expired()}`);
        try {
          yield* timeout(1000, () => sleep(2000));
        } catch (error) {
          log.push(`inner ${(error as Error).name}`);
          throw error;
        }
      });
    } catch (error) {
      log.push(`outer ${(error as Error).name}`);
    }
  }
});

Deno.test("a limit of zero lets the body begin, and cancels its first wait", () => {
  const log: string[] = [];
  runSync(function* () {
    try {
      yield* timeout(0, function* () {
        log.push("began");
        yield* sleep(1000);
        log.push("never");
      });
    } catch (error) {
      log.push((error as Error).name);
    }
  });
  assertEquals(log, ["began", "TimeoutError"]);
});

Deno.test("timeout(0) around a wait takes 2 passes", () => {
  assertEquals(runSync(() => passesOf(() => timeout(0, () => sleep(1000)))), 2);
});

Deno.test("no limit is no limit", () => {
  const end = runSync(function* () {
    yield* timeout(null, () => sleep(1_000_000));
    return getRunningLoop().time();
  });
  assertEquals(end, 1_000_000);
});

Deno.test("timeoutAt takes a time on the loop's clock", () => {
  runSync(function* () {
    yield* sleep(50);
    const task = createTask(timeoutAt(60, function* (limit) {
      assertEquals(limit.when(), 60);
      yield* sleep(1000);
    }));
    assertEquals(yield* caught(task), "TimeoutError");
    assertEquals(getRunningLoop().time(), 60);
  });
});

Deno.test("reschedule moves the limit, both ways", () => {
  runSync(function* () {
    const loop = getRunningLoop();
    const later = createTask(timeout(10, function* (limit) {
      limit.reschedule(loop.time() + 500);
      yield* sleep(100);
      assertEquals(limit.expired(), false);
      limit.reschedule(loop.time() - 1);
      yield* sleep(1000);
    }));
    assertEquals(yield* caught(later), "TimeoutError");
    assertEquals(loop.time(), 100);
  });
});

Deno.test("reschedule outside of the body is refused", () => {
  runSync(function* () {
    let kept: Timeout | undefined;
    yield* timeout(10, function* (limit) {
      kept = limit;
    });
    assertThrows(
      () => kept!.reschedule(5),
      Error,
      "Cannot change state of finished Timeout",
    );
  });
});

Deno.test("a limit of NaN is refused at the call", () => {
  assertThrows(
    () => timeout(NaN, () => sleep(1)),
    RangeError,
    "Invalid time limit: NaN",
  );
  assertThrows(
    () => timeoutAt(NaN, () => sleep(1)),
    RangeError,
    "Invalid time limit: NaN",
  );
  runSync(function* () {
    yield* timeout(10, function* (limit) {
      assertThrows(() => limit.reschedule(NaN), RangeError);
    });
  });
});

Deno.test("a body that is no coroutine function is told so", () => {
  assertThrows(
    () => runSync(() => timeout(10, (() => 5) as never)),
    TypeError,
    "as its body; this one gave number 5",
  );
});

Deno.test("the TimeoutError says which limit has passed", () => {
  const messageOf = (main: () => Coroutine<unknown>) =>
    assertThrows(() => runSync(main), TimeoutError).message;
  assertEquals(
    messageOf(() => timeout(500, () => sleep(1000))),
    "Time limit of 500 ms has passed",
  );
  assertEquals(
    messageOf(() => timeoutAt(20, () => sleep(1000))),
    "Time limit at 20 ms of the loop's clock has passed",
  );
  assertEquals(
    messageOf(() =>
      timeout(500, function* (limit) {
        limit.reschedule(30);
        yield* sleep(1000);
      })
    ),
    "Time limit at 30 ms of the loop's clock has passed",
  );
  assertEquals(
    messageOf(() => waitFor(sleep(1000), 40)),
    "Time limit of 40 ms has passed",
  );
  assertEquals(
    messageOf(() => waitFor(sleep(1000), 0)),
    "Time limit of 0 ms has passed",
  );
  assertEquals(
    messageOf(function* () {
      for (const next of asCompleted([sleep(1000)], { timeout: 50 })) {
        yield* next;
      }
    }),
    "Time limit of 50 ms has passed",
  );
});
