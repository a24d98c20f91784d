import {
  assert,
  assertEquals,
  assertStrictEquals,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import {
  allTasks,
  CancelledError,
  type Coroutine,
  createTask,
  currentTask,
  ensureFuture,
  EventLoop,
  type ExceptionContext,
  gather,
  getRunningLoop,
  run,
  runSync,
  sleep,
  Task,
} from "../../mod.ts";
import { passesOf } from "./passes.ts";

function* nothing() {}

Deno.test("rule 8: making a task schedules its first step", () => {
  const log: string[] = [];
  runSync(function* () {
    const task = createTask(function* () {
      log.push("task");
    }());
    log.push("main");
    yield* task;
  });
  assertEquals(log, ["main", "task"]);
});

Deno.test("waiting for a new task of an empty coroutine takes 2 passes", () => {
  assertEquals(
    runSync(() =>
      passesOf(function* () {
        yield* createTask(nothing());
      })
    ),
    2,
  );
});

Deno.test("a coroutine that is waited for with yield* takes no pass", () => {
  assertEquals(runSync(() => passesOf(nothing)), 0);
});

Deno.test("a task gives its coroutine's result, also when asked again", () => {
  runSync(function* () {
    const task = createTask(sleep(10, "done"));
    assertEquals(yield* task, "done");
    assertEquals(yield* task, "done");
    assertEquals(task.result(), "done");
    assert(task.done());
  });
});

Deno.test("rule 8: a task's error is thrown into every task that waits for it", () => {
  const error = new Error("boom");
  const caught: unknown[] = [];
  function* fail() {
    yield* sleep(5);
    throw error;
  }
  function* wait(task: Task<void>) {
    try {
      yield* task;
    } catch (thrown) {
      caught.push(thrown);
    }
  }
  runSync(function* () {
    const task = createTask(fail());
    yield* gather([wait(task), wait(task)]);
  });
  assertEquals(caught.length, 2);
  caught.forEach((each) => assertStrictEquals(each, error));
});

Deno.test("tasks are numbered by their loop, and can be named", () => {
  runSync(function* () {
    assertEquals(currentTask()!.getName(), "Task-1");
    const second = createTask(nothing());
    const named = createTask(nothing(), { name: "reader" });
    const third = createTask(nothing());
    // Only tasks without a name of their own are counted.
    assertEquals(
      [second, named, third].map((task) => task.getName()),
      ["Task-2", "reader", "Task-3"],
    );
    named.setName("writer");
    assertEquals(named.getName(), "writer");
    yield* gather([second, named, third]);
  });
  assertEquals(
    runSync(function* () {
      return currentTask()!.getName();
    }, { name: "main" }),
    "main",
  );
});

Deno.test("currentTask is the running one, and null in a callback", () => {
  const seen: unknown[] = [];
  runSync(function* () {
    const main = currentTask();
    function* work() {
      seen.push(currentTask() === child);
      yield* sleep(0);
      seen.push(currentTask() === child);
    }
    const child: Task<void> = createTask(work());
    getRunningLoop().callSoon(() => seen.push(currentTask()));
    yield* child;
    seen.push(currentTask() === main);
  });
  assertEquals(seen, [true, null, true, true]);
  assertEquals(currentTask(), null);
});

Deno.test("allTasks lists what is not over, oldest first", () => {
  runSync(function* () {
    const a = createTask(sleep(30), { name: "a" });
    const b = createTask(sleep(10), { name: "b" });
    const c = createTask(sleep(20), { name: "c" });
    const names = () => allTasks().map((task) => task.getName());
    assertEquals(names(), ["Task-1", "a", "b", "c"]);
    yield* b;
    assertEquals(names(), ["Task-1", "a", "c"]);
    yield* gather([a, c]);
    assertEquals(names(), ["Task-1"]);
  });
});

Deno.test("a task shows its coroutine", () => {
  runSync(function* () {
    const coroutine = nothing();
    const task = createTask(coroutine);
    assertStrictEquals(task.getCoro(), coroutine);
    assertStrictEquals(task.getLoop(), getRunningLoop());
    yield* task;
  });
});

Deno.test("a task refuses to be settled from outside", () => {
  runSync(function* () {
    const task = createTask(nothing());
    assertThrows(() => task.setResult(), Error, "does not support setResult()");
    assertThrows(
      () => task.setException(new Error()),
      Error,
      "does not support setException()",
    );
    yield* task;
  });
});

Deno.test("a coroutine that throws undefined still fails", () => {
  assertThrows(
    () =>
      runSync(function* () {
        throw undefined;
      }),
    Error,
    "threw undefined",
  );
});

Deno.test("deep delegation passes results and errors through every level", () => {
  function* down(depth: number): Coroutine<number> {
    if (depth === 0) {
      yield* sleep(1);
      return 0;
    }
    return 1 + (yield* down(depth - 1));
  }
  assertEquals(runSync(() => down(200)), 200);
});

Deno.test("10,000 tasks that give way to each other all finish, in order", () => {
  const order: number[] = [];
  runSync(function* () {
    yield* gather(Array.from(
      { length: 10_000 },
      function* (_, i) {
        yield* sleep(0);
        order.push(i);
      } as (_: unknown, i: number) => Coroutine<void>,
    ));
  });
  assertEquals(order, Array.from({ length: 10_000 }, (_, i) => i));
});

// Rule 12: what a coroutine may not yield comes back as an error in a new step.

function foreign(value: unknown): Coroutine<string> {
  return function* () {
    try {
      yield value as never;
    } catch (error) {
      return (error as Error).message;
    }
    return "nothing happened";
  }() as unknown as Coroutine<string>;
}

Deno.test("rule 12: a future yielded without the star is an error that names the fix", () => {
  const message = runSync(function* () {
    return yield* foreign(getRunningLoop().createFuture());
  });
  assertEquals(
    message,
    "Coroutine yielded an awaitable with yield; use yield* (in Task-1)",
  );
});

Deno.test("rule 12: a sleep yielded without the star is an error that names the fix", () => {
  assertEquals(
    runSync(() => foreign(sleep(5))),
    "Coroutine yielded an awaitable with yield; use yield* (in Task-1)",
  );
});

Deno.test("rule 12: a raw coroutine is refused", () => {
  assertEquals(
    runSync(() => foreign(nothing())),
    "Coroutine yielded a coroutine with yield; use yield* (in Task-1)",
  );
});

Deno.test("rule 12: a promise is refused, with the way to wait for it", () => {
  assertEquals(
    runSync(() => foreign(Promise.resolve())),
    "Coroutine yielded a promise; use yield* fromPromise(promise) (in Task-1)",
  );
});

Deno.test("rule 12: any other value is refused, and named", () => {
  assertEquals(
    runSync(() => foreign(42)),
    "Coroutine yielded number 42; only yield* of an awaitable can wait (in Task-1)",
  );
  assertEquals(
    runSync(() => foreign("x")),
    'Coroutine yielded "x"; only yield* of an awaitable can wait (in Task-1)',
  );
});

Deno.test("rule 12: the error names the task whose coroutine it was", () => {
  const message = runSync(function* () {
    return yield* createTask(foreign(42), { name: "worker" });
  });
  assertStringIncludes(message, "(in worker)");
});

Deno.test("rule 12: the error comes in a step of its own", () => {
  assertEquals(runSync(() => passesOf(() => foreign(42))), 1);
});

Deno.test("rule 12: a task that waits for itself is told so", () => {
  const message = runSync(function* () {
    function* selfish(): Coroutine<string> {
      try {
        return yield* self;
      } catch (error) {
        return (error as Error).message;
      }
    }
    const self: Task<string> = createTask(selfish());
    return yield* self;
  });
  assertEquals(message, "Task Task-2 cannot wait for itself");
});

Deno.test("rule 12: a future of another loop is refused", () => {
  const other = new EventLoop();
  const message = runSync(function* () {
    try {
      yield* other.createFuture();
    } catch (error) {
      return (error as Error).message;
    }
    return "";
  });
  other.close();
  assert(message.startsWith("Task Task-1 waits for a future of another loop"));
});

Deno.test("rule 9: a bare yield takes one pass", () => {
  const passes = runSync(() =>
    passesOf(function* () {
      yield undefined as never;
    })
  );
  assertEquals(passes, 1);
});

// Bad input.

Deno.test("a generator function in place of a coroutine: call it", () => {
  function* work() {}
  runSync(function* () {
    assertThrows(
      () => createTask(work as never),
      TypeError,
      "got the generator function work, not a coroutine; call it: work()",
    );
    assertThrows(
      () => ensureFuture(work as never),
      TypeError,
      "call it: work()",
    );
    assertThrows(() => gather([work as never]), TypeError, "call it: work()");
  });
});

Deno.test("a coroutine handed over twice is refused the second time", () => {
  const log: string[] = [];
  runSync(function* () {
    const coroutine = function* () {
      yield* sleep(1);
      log.push("ran");
    }();
    const task = createTask(coroutine);
    assertThrows(
      () => createTask(coroutine),
      Error,
      "already handed to a task",
    );
    yield* task;
    assertThrows(
      () => createTask(coroutine),
      Error,
      "already handed to a task",
    );
  });
  assertEquals(log, ["ran"]);
});

Deno.test("the same sleep(0) may be handed over as often as it is called", () => {
  runSync(function* () {
    yield* gather([sleep(0), sleep(0), sleep(0)]);
    yield* createTask(sleep(0));
  });
});

Deno.test("what is no awaitable is named", () => {
  runSync(function* () {
    assertThrows(() => createTask(null as never), TypeError, "not null");
    assertThrows(() => createTask(7 as never), TypeError, "not number 7");
    assertThrows(
      () => createTask(async function* () {}() as never),
      TypeError,
      "not an async generator",
    );
    assertThrows(
      () => createTask((async () => {})() as never),
      TypeError,
      "takes a coroutine",
    );
  });
});

// Rule 13.

Deno.test("rule 13: a task's error that nobody looked at is reported", async () => {
  const heard: ExceptionContext[] = [];
  await run(function* () {
    getRunningLoop().setExceptionHandler((_, context) => heard.push(context));
    createTask(
      function* () {
        throw new Error("lost");
      }(),
      { name: "worker" },
    );
    yield* sleep(0);
  });
  assertEquals(heard.map(({ message }) => message), [
    "Task worker exception was never retrieved",
  ]);
});

Deno.test("rule 13: a task that is pending when its loop closes is reported", () => {
  const loop = new EventLoop();
  const heard: string[] = [];
  loop.setExceptionHandler((_, { message }) => heard.push(message));
  loop.createTask(sleep(1), { name: "sleeper" });
  loop.close();
  assertEquals(heard, ["Task sleeper was destroyed but it is pending"]);
});

Deno.test("a task factory makes the tasks", () => {
  const made: string[] = [];
  runSync(function* () {
    const loop = getRunningLoop();
    loop.setTaskFactory((home, coroutine, options) => {
      made.push(options.name ?? "unnamed");
      return new Task(coroutine, home, options);
    });
    yield* createTask(nothing(), { name: "a" });
    yield* gather([nothing()]);
    loop.setTaskFactory(null);
    assertEquals(loop.getTaskFactory(), null);
    yield* createTask(nothing());
  });
  assertEquals(made, ["a", "unnamed"]);
});

Deno.test("rule 21: an eager task runs its first step inside the caller's", () => {
  const log: string[] = [];
  runSync(function* () {
    const main = currentTask();
    const task = createTask(
      function* () {
        log.push(
          `first, current is ${
            currentTask() === main ? "main" : currentTask()!.getName()
          }`,
        );
        yield* sleep(0);
        log.push("second");
      }(),
      { eagerStart: true },
    );
    log.push(`main, current is ${currentTask() === main ? "main" : "other"}`);
    yield* task;
  });
  assertEquals(log, [
    "first, current is Task-2",
    "main, current is main",
    "second",
  ]);
});

Deno.test("rule 21: an eager task that never waits is over at once, its callbacks still scheduled", () => {
  const log: string[] = [];
  runSync(function* () {
    const task = createTask(
      function* () {
        return 1;
      }(),
      { eagerStart: true },
    );
    assert(task.done());
    task.addDoneCallback(() => log.push("callback"));
    log.push(`result ${task.result()}`);
    yield* sleep(0);
  });
  assertEquals(log, ["result 1", "callback"]);
});

Deno.test("a failed main throws from run and runSync", async () => {
  const error = new Error("boom");
  function* main() {
    throw error;
  }
  assertStrictEquals(assertThrows(() => runSync(main)), error);
  const caught = await run(main).catch((thrown) => thrown);
  assertStrictEquals(caught, error);
  assertThrows(
    () =>
      runSync(function* () {
        throw new CancelledError("by itself");
      }),
    CancelledError,
    "by itself",
  );
});

Deno.test("a coroutine that a task runs cannot be awaited beside it", () => {
  const messages: string[] = [];
  runSync(function* () {
    const coroutine = function* () {
      yield* getRunningLoop().createFuture<void>();
    }();
    const task = createTask(coroutine);
    yield* sleep(0);
    try {
      // deno-lint-ignore loopbook/no-reused-coroutines
      yield* coroutine;
    } catch (error) {
      messages.push((error as Error).message);
    }
    task.cancel();
  });
  assertEquals(messages.map((each) => each.split(";")[0]), [
    "Coroutine is being awaited by another task already",
  ]);
});
