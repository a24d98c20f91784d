import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { stub } from "@std/testing/mock";
import {
  captureCallGraph,
  type Coroutine,
  createTask,
  eagerTaskFactory,
  formatCallGraph,
  type Future,
  type FutureCallGraph,
  gather,
  getRunningLoop,
  Lock,
  printCallGraph,
  runSync,
  shield,
  sleep,
  Task,
  taskGroup,
  timeout,
  wait,
  waitFor,
} from "../../mod.ts";

/** The graph as names: `child < [parent < [main]]`. */
function shape({ future, awaitedBy }: FutureCallGraph): string {
  const name = future instanceof Task ? future.getName() : "future";
  return awaitedBy.length === 0
    ? name
    : `${name} < [${awaitedBy.map(shape).join(", ")}]`;
}

/** Runs a program as task "main" and gives the shape that it captures. */
function captured(
  main: () => Coroutine<Future<unknown>>,
): string {
  return runSync(function* () {
    const graph = captureCallGraph(yield* main());
    assert(graph !== null);
    return shape(graph);
  }, { name: "main" });
}

/** Starts a task that waits for a future, and lets it begin. */
function* waiter(name: string, future: Future<unknown>) {
  createTask(future[Symbol.iterator](), { name });
  yield* sleep(0);
}

function* work() {
  yield* sleep(1000);
}

const start = () => createTask(work(), { name: "work" });

Deno.test("a task is awaited by those who wait for it, in their order", () => {
  const graph = captured(function* () {
    const task = start();
    yield* waiter("first", task);
    yield* waiter("second", task);
    return task;
  });
  assertEquals(graph, "work < [first, second]");
});

Deno.test("the graph goes on to those who wait for the waiters", () => {
  const graph = captured(function* () {
    const task = start();
    const middle = createTask(task[Symbol.iterator](), { name: "middle" });
    yield* waiter("outer", middle);
    return task;
  });
  assertEquals(graph, "work < [middle < [outer]]");
});

Deno.test("a plain future is awaited, too, and done callbacks are nobody", () => {
  const graph = captured(function* () {
    const future = getRunningLoop().createFuture<void>();
    future.addDoneCallback(() => {});
    future.then().catch(() => {});
    yield* waiter("waiter", future);
    return future;
  });
  assertEquals(graph, "future < [waiter]");
});

for (
  const [name, combine] of Object.entries({
    gather: (task: Task<unknown>) => gather([task, sleep(5)]),
    shield: (task: Task<unknown>) => shield(task),
    "shield in gather": (task: Task<unknown>) => gather([shield(task)]),
    "gather in gather": (task: Task<unknown>) => gather([gather([task])]),
  })
) {
  Deno.test(`${name} stands for those who wait for it`, () => {
    const graph = captured(function* () {
      const task = start();
      const outer = combine(task) as Future<unknown>;
      assertEquals(captureCallGraph(task)?.awaitedBy, []);
      yield* waiter("first", outer);
      yield* waiter("second", outer);
      assertEquals(shape(captureCallGraph(outer)!), "future < [first, second]");
      return task;
    });
    assertEquals(graph, "work < [first, second]");
  });
}

Deno.test("wait, waitFor and timeout leave the task that waits in sight", () => {
  const graph = captured(function* () {
    const task = start();
    createTask(wait([task]), { name: "in wait" });
    createTask(waitFor(task, 500), { name: "in waitFor" });
    createTask(timeout(500, () => task[Symbol.iterator]()), {
      name: "in timeout",
    });
    yield* sleep(0);
    return task;
  });
  assertEquals(graph, "work < [in wait, in waitFor, in timeout]");
});

Deno.test("a task of a group is awaited by the group's parent", () => {
  runSync(function* () {
    yield* taskGroup(function* (group) {
      const task = group.createTask(work(), { name: "work" });
      assertEquals(shape(captureCallGraph(task)!), "work < [main]");
      yield* waiter("other", task);
      assertEquals(shape(captureCallGraph(task)!), "work < [main, other]");
      task.cancel();
    });
  }, { name: "main" });
});

Deno.test("who waits twice is named once, and who has gone, no more", () => {
  runSync(function* () {
    const task = start();
    const both = createTask(gather([shield(task), task])[Symbol.iterator](), {
      name: "both",
    });
    yield* sleep(0);
    assertEquals(shape(captureCallGraph(task)!), "work < [both]");
    both.cancel();
    yield* wait([both]);
    assertEquals(shape(captureCallGraph(task)!), "work");
  });
});

Deno.test("tasks that wait for each other are followed once around", () => {
  runSync(function* () {
    const hen: Task<unknown> = createTask(comesFrom(() => egg), {
      name: "hen",
    });
    const egg = createTask(comesFrom(() => shield(hen)), { name: "egg" });
    yield* sleep(0);
    assertEquals(shape(captureCallGraph(hen)!), "hen < [egg < [hen]]");
    egg.cancel();
    yield* wait([hen, egg]);
  });
});

function* comesFrom(other: () => Future<unknown>) {
  yield* other();
}

/** What is told of where a task stands. */
function standing(task: Future<unknown>): readonly string[] {
  return captureCallGraph(task)!.callStack.map(({ text }) => text);
}

Deno.test("of a task that waits it is told for what", () => {
  runSync(function* () {
    const lock = new Lock();
    using _ = yield* lock.acquire();
    const task = start();
    const future = getRunningLoop().createFuture<void>();
    const waits: [Future<unknown>, string][] = [
      [task, "waits for sleep until 1000 ms"],
      [createTask(task[Symbol.iterator]()), 'waits for task "work"'],
      [createTask(future[Symbol.iterator]()), "waits for a future"],
      [createTask(lock.acquire()), "waits for a future"],
      [
        createTask(gather([task])[Symbol.iterator]()),
        "waits for gather()",
      ],
      [createTask(shield(task)[Symbol.iterator]()), "waits for shield()"],
    ];
    for (const [task] of waits) {
      assertEquals(standing(task), ["is ready to run"]);
    }
    yield* sleep(10);
    for (const [task, text] of waits) assertEquals(standing(task), [text]);
    assertEquals(standing(future), []);
    for (const [task] of waits) task.cancel();
    assertEquals(standing(task), ["is ready to run"]);
    yield* wait(waits.map(([task]) => task));
    assertEquals(standing(task), []);
  });
});

Deno.test("a task that has been woken is ready to run", () => {
  runSync(function* () {
    const future = getRunningLoop().createFuture<void>();
    const waiting = createTask(future[Symbol.iterator]());
    yield* sleep(0);
    future.setResult();
    assertEquals(standing(waiting), ["is ready to run"]);
    const turns = createTask(sleep(0));
    yield* sleep(0);
    assertEquals(standing(turns), ["is ready to run"]);
  });
});

Deno.test("of the running task the frames are told, the innermost first", () => {
  function* inner(depth: number): Coroutine<readonly string[]> {
    if (depth > 0) return yield* inner(depth - 1);
    yield* sleep(1);
    return standing(getCurrent());
  }
  function getCurrent() {
    return captureCallGraph()!.future;
  }
  function* middle() {
    return yield* timeout(100, () => inner(30));
  }
  const frames = runSync(function* main() {
    return yield* middle();
  }) as readonly string[];
  assertEquals(
    frames.map((text) =>
      /^in (?:\S+\.)?(\w+) \(.*call_graph_test\.ts:/.exec(text)?.[1]
    ),
    ["standing", ...Array(31).fill("inner"), "middle", "main"],
  );
});

Deno.test("an eager task's frames end at the task, not at its maker", () => {
  runSync(function* () {
    getRunningLoop().setTaskFactory(eagerTaskFactory);
    let frames: readonly string[] = [];
    function* child() {
      frames = standing(captureCallGraph()!.future);
    }
    function* maker() {
      yield* createTask(child());
    }
    yield* maker();
    assertEquals(frames.length, 2);
    assertMatch(frames[1]!, /^in child /);
  });
});

Deno.test("the text has a level for each waiter", () => {
  const lines = runSync(function* () {
    const task = start();
    const parent = createTask(gather([task])[Symbol.iterator](), {
      name: "parent",
    });
    yield* waiter("grandparent", parent);
    return formatCallGraph(task).split("\n");
  });
  assertEquals(lines, [
    '* Task "work"',
    "  + Call stack:",
    "  |   waits for sleep until 1000 ms",
    "  + Awaited by:",
    '    * Task "parent"',
    "      + Call stack:",
    "      |   waits for gather()",
    "      + Awaited by:",
    '        * Task "grandparent"',
    "          + Call stack:",
    '          |   waits for task "parent"',
  ]);
});

Deno.test("printCallGraph prints it", () => {
  using log = stub(console, "log");
  runSync(function* () {
    const future = getRunningLoop().createFuture<void>();
    printCallGraph(future);
    printCallGraph(gather([future]));
  });
  assertEquals(log.calls.map(({ args }) => args), [
    ["* a future"],
    ["* gather()"],
  ]);
});

Deno.test("without an argument the current task is meant", () => {
  runSync(function* () {
    const text = formatCallGraph();
    assertStringIncludes(text, '* Task "main"');
  }, { name: "main" });
});

Deno.test("in a callback there is no current task, and no graph", () => {
  runSync(function* () {
    const heard: unknown[] = [];
    getRunningLoop().callSoon(() => {
      heard.push(captureCallGraph(), formatCallGraph());
    });
    yield* sleep(0);
    assertEquals(heard, [null, ""]);
  });
});

Deno.test("outside of a loop it must be said which future is meant", () => {
  assertThrows(() => captureCallGraph(), Error, "No running event loop");
  const task = runSync(function* () {
    return start();
  });
  assertEquals(formatCallGraph(task), '* Task "work"');
});

Deno.test("what is no future is refused", () => {
  assertThrows(
    () => captureCallGraph(work() as never),
    TypeError,
    "captureCallGraph() takes a future or a task, not a coroutine",
  );
});
