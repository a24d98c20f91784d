/** The corners of the combinators: two things in one pass, and hands on the wheel. */

import {
  assert,
  assertEquals,
  assertRejects,
  assertStrictEquals,
  assertThrows,
} from "@std/assert";
import {
  type Coroutine,
  createTask,
  ensureFuture,
  EventLoop,
  type ExceptionContext,
  ExceptionGroup,
  fromPromise,
  getRunningLoop,
  run,
  runSync,
  shield,
  sleep,
  type Task,
  taskGroup,
  timeout,
  waitFor,
} from "../../mod.ts";

/** Waits for a task and says how it ended. */
function* ending(task: Task<unknown>): Coroutine<string> {
  try {
    return `result ${String(yield* task)}`;
  } catch (error) {
    return (error as Error).name;
  }
}

Deno.test("a sleep cancelled in the very pass in which its timer fires is cancelled", () => {
  runSync(function* () {
    const loop = getRunningLoop();
    loop.callLater(10, () => task.cancel());
    const task: Task<void> = createTask(sleep(10));
    yield* sleep(0);
    assertEquals(yield* ending(task), "CancelledError");
    assertEquals(loop.time(), 10);
  });
});

Deno.test("a sleep(0) with a result is cancelled like any other", () => {
  runSync(function* () {
    const task = createTask(function* () {
      return yield* sleep(0, "x");
    }());
    yield* sleep(0);
    task.cancel();
    assertEquals(yield* ending(task), "CancelledError");
  });
});

Deno.test("closing a coroutine by hand ends its bare yield", () => {
  for (const wait of [() => sleep(0), () => sleep(0, "x")]) {
    const log: string[] = [];
    const coroutine = function* () {
      try {
        yield* wait();
      } finally {
        log.push("closed");
      }
      return "";
    }();
    coroutine.next();
    assertEquals(coroutine.return("early"), { done: true, value: "early" });
    assertEquals(log, ["closed"]);
  }
});

Deno.test("closing a coroutine by hand ends its wait for a future", () => {
  runSync(function* () {
    const future = getRunningLoop().createFuture<string>();
    const coroutine = function* () {
      return yield* future;
    }();
    coroutine.next();
    assertEquals(coroutine.return("early"), { done: true, value: "early" });
    assertEquals(future.done(), false);
  });
});

Deno.test("closing a timeout by hand lets the body clean up and calls the timer off", () => {
  const log: string[] = [];
  const end = runSync(function* () {
    const loop = getRunningLoop();
    const block = timeout(1000, function* () {
      try {
        yield* sleep(500);
      } finally {
        log.push("body closed");
      }
      return "";
    });
    block.next();
    assertEquals(block.return("early"), { done: true, value: "early" });
    yield* sleep(1);
    return loop.time();
  });
  assertEquals([log, end], [["body closed"], 1]);
});

Deno.test("closing a block whose body waits while it cleans up hands that wait on", () => {
  runSync(function* () {
    const block = timeout(1000, function* () {
      try {
        yield* sleep(500);
      } finally {
        yield* sleep(5);
      }
    });
    block.next();
    assertEquals(block.return().done, false);
    yield* block; // goes on from there
    assertEquals(getRunningLoop().time(), 5);
  });
});

Deno.test("closing a block whose body throws while it cleans up throws that", () => {
  runSync(function* () {
    const block = timeout(1000, function* () {
      try {
        yield* sleep(500);
      } catch {
        // not for a close
      } finally {
        getRunningLoop().createFuture<void>().result();
      }
    });
    block.next();
    assertThrows(() => block.return(), Error, "Result is not set");
  });
});

Deno.test("closing a block that has not begun does nothing", () => {
  let began = false;
  const block = timeout(1, function* () {
    began = true;
  });
  assertEquals(block.return(), { done: true, value: undefined });
  assertEquals(began, false);
});

Deno.test("a block cancelled before its first step never begins", () => {
  let began = false;
  runSync(function* () {
    const task = createTask(timeout(10, function* () {
      began = true;
    }));
    task.cancel();
    assertEquals(yield* ending(task), "CancelledError");
  });
  assertEquals(began, false);
});

Deno.test("timeout and taskGroup belong into a task", () => {
  const messages: string[] = [];
  runSync(function* () {
    getRunningLoop().callSoon(() => {
      for (
        const make of [
          () => timeout(1, () => sleep(0)),
          () => taskGroup(() => sleep(0)),
        ]
      ) {
        try {
          make().next();
        } catch (error) {
          messages.push((error as Error).message);
        }
      }
    });
    yield* sleep(0);
  });
  assertEquals(messages, [
    "Timeout must be used inside a task; start one with run",
    "taskGroup() must be used inside a task; start one with run",
  ]);
});

Deno.test("cancelling a group that is over does nothing", () => {
  runSync(function* () {
    let kept: { cancel(): void } | undefined;
    yield* taskGroup(function* (group) {
      kept = group;
    });
    kept!.cancel();
    yield* sleep(1);
  });
});

Deno.test("an error thrown into a group that waits to leave passes through", () => {
  runSync(function* () {
    const group = taskGroup(function* (group) {
      group.createTask(sleep(10));
    });
    group.next();
    assertThrows(
      () => group.throw(new RangeError("by hand")),
      RangeError,
      "by hand",
    );
    yield* sleep(20);
  });
});

Deno.test("closing a group that waits to leave leaves its tasks to the loop", () => {
  runSync(function* () {
    const group = taskGroup(function* (group) {
      group.createTask(sleep(10));
    });
    group.next();
    assertEquals(group.return(undefined), { done: true, value: undefined });
    yield* sleep(20);
  });
});

Deno.test("a task of a group that fails after its parent is over is reported", () => {
  const heard: ExceptionContext[] = [];
  runSync(function* () {
    getRunningLoop().setExceptionHandler((_, context) => heard.push(context));
    const parent = createTask(function* () {
      const group = taskGroup(function* (group) {
        group.createTask(function* () {
          yield* sleep(10);
          throw new Error("late");
        }());
      });
      group.next(); // and nobody waits for it
    }());
    yield* parent;
    yield* sleep(20);
  });
  assertEquals(heard.map(({ message }) => message), [
    "Task of a group failed after the group's parent was over",
  ]);
});

Deno.test("a shield whose inner is done in the pass in which the outer is cancelled stays cancelled", () => {
  runSync(function* () {
    const inner = getRunningLoop().createFuture<string>();
    const outer = shield(inner);
    inner.setResult("there");
    outer.cancel();
    yield* sleep(0);
    assert(outer.cancelled());
    assertEquals(inner.result(), "there");
  });
});

Deno.test("an inner that ends well, or cancelled, after its outer was cancelled is no news", () => {
  const heard: ExceptionContext[] = [];
  runSync(function* () {
    const loop = getRunningLoop();
    loop.setExceptionHandler((_, context) => heard.push(context));
    const [good, gone] = [loop.createFuture<void>(), loop.createFuture<void>()];
    for (const inner of [good, gone]) shield(inner).cancel();
    yield* sleep(0);
    good.setResult();
    gone.cancel();
    yield* sleep(0);
  });
  assertEquals(heard, []);
});

Deno.test("waitFor with no time left throws the error of what it cancels", () => {
  runSync(function* () {
    const task = createTask(function* () {
      try {
        yield* sleep(1000);
      } catch {
        throw new RangeError("while cleaning up");
      }
    }());
    yield* sleep(0);
    assertEquals(
      yield* ending(createTask(waitFor(task, 0))),
      "RangeError",
    );
  });
});

Deno.test("a promise that settles after its future was cancelled is ignored", async () => {
  const heard: ExceptionContext[] = [];
  await run(function* () {
    getRunningLoop().setExceptionHandler((_, context) => heard.push(context));
    const promises = [
      Promise.withResolvers<void>(),
      Promise.withResolvers<void>(),
    ];
    const futures = promises.map(({ promise }) => fromPromise(promise));
    for (const future of futures) {
      assert(future.cancel());
      assertEquals(future.cancel(), false);
    }
    promises[0]!.resolve();
    promises[1]!.reject(new Error("too late"));
    yield* sleep(1);
  });
  assertEquals(heard, []);
});

Deno.test("a promise rejected with nothing is still an error", async () => {
  await assertRejects(
    () =>
      run(function* () {
        yield* fromPromise(Promise.reject());
      }),
    Error,
    "Promise rejected with undefined",
  );
});

Deno.test("ensureFuture needs a loop, and its own one", () => {
  const loop = new EventLoop();
  const other = new EventLoop();
  const future = other.createFuture<void>();
  assertStrictEquals(ensureFuture(future), future);
  assertThrows(
    () => ensureFuture(future, loop),
    Error,
    "belongs to another event loop",
  );
  assertThrows(() => ensureFuture(sleep(1)), Error, "No running event loop");
  loop.close();
  other.close();
});

Deno.test("a plain function in place of an awaitable is told so", () => {
  runSync(function* () {
    const later = () => 5;
    assertThrows(
      () => createTask(later as never),
      TypeError,
      "got the function later, not an awaitable; call it, or pass a coroutine",
    );
  });
});

Deno.test("a loop stopped in the middle says that nothing came of it", async () => {
  const loop = new EventLoop({ clock: "virtual" });
  const task = loop.createTask(function* () {
    loop.stop();
    yield* sleep(1000);
  }());
  await assertRejects(
    () => loop.runUntilComplete(task),
    Error,
    "stopped before the awaitable was done; something called stop()",
  );
  assertEquals(await loop.runUntilComplete(task), undefined);
  loop.close();
});

Deno.test("the iterator of a future yielded by itself is told apart", () => {
  const message = runSync(function* () {
    const future = getRunningLoop().createFuture<void>();
    try {
      yield future[Symbol.iterator]() as never;
    } catch (error) {
      return (error as Error).message;
    }
    return "";
  });
  assertEquals(
    message,
    "Coroutine yielded an awaitable with yield; use yield* (in Task-1)",
  );
});

Deno.test("futures and tasks have a name for consoles", () => {
  runSync(function* () {
    const task = createTask(sleep(0));
    assertEquals(String(getRunningLoop().createFuture()), "[object Future]");
    assertEquals(String(task), "[object Task]");
    yield* task;
  });
});

Deno.test("what shutdown cancels may end well all the same", () => {
  const log: string[] = [];
  runSync(function* () {
    createTask(function* () {
      try {
        yield* sleep(1000);
      } catch {
        log.push("refused, and finished");
      }
    }());
    yield* sleep(0);
  });
  assertEquals(log, ["refused, and finished"]);
});

Deno.test("the parts of an exception group keep its cause", () => {
  const group = new ExceptionGroup("outer", [
    new TypeError("t"),
    new RangeError("r"),
  ]);
  group.cause = "the cause";
  assertEquals(group.subgroup(TypeError)!.cause, "the cause");
});

Deno.test("in debug mode even gathering and sleeping have a name", () => {
  const lines: string[] = [];
  const original = console.warn;
  console.warn = (line: string) => lines.push(line);
  try {
    runSync(function* () {
      getRunningLoop().slowCallbackDuration = 0;
      yield* ensureFuture(sleep(1));
      yield* taskGroup(function* (group) {
        group.createTask(sleep(1));
      });
    }, { debug: true });
  } finally {
    console.warn = original;
  }
  assert(
    lines.some((line) => line.startsWith("Executing sleep took")),
    lines.join("\n"),
  );
  assert(lines.some((line) => line.startsWith("Executing Task-2 took")));
});

Deno.test("what is wrong is said in the words of the function that was called", () => {
  runSync(function* () {
    function* work() {}
    const said = (call: () => unknown) => assertThrows(call, TypeError).message;
    assertEquals(
      [
        said(() => createTask(Promise.resolve() as never)),
        said(() => fromPromise(work() as never)),
        said(() => timeout(5, work() as never)),
        said(() => taskGroup(undefined as never)),
        said(() => timeout(5, (async () => {}) as never).next()),
      ],
      [
        "createTask() takes a coroutine, not a promise",
        "fromPromise() takes a promise, not a coroutine",
        "timeout() takes a coroutine function as its body, not a coroutine; pass the function itself",
        "taskGroup() takes a coroutine function as its body, not undefined; pass the function itself",
        "timeout() takes a coroutine function (function*) as its body; this one gave a promise",
      ],
    );
  });
});

Deno.test("yield* of an array is refused in our words, the engine's beside them", () => {
  const error = assertThrows(
    () =>
      runSync(function* () {
        yield* [1] as unknown as Coroutine<void>;
      }),
    TypeError,
    "Coroutine yielded number 1; only yield* of an awaitable can wait",
  );
  assert(error.cause instanceof TypeError);
});
