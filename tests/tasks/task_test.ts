import {
  assert,
  assertEquals,
  assertStrictEquals,
  assertThrows,
} from "@std/assert";
import {
  allTasks,
  type Coroutine,
  createTask,
  currentTask,
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
