import {
  assert,
  assertEquals,
  assertRejects,
  assertStrictEquals,
  assertThrows,
} from "@std/assert";
import {
  CancelledError,
  createTask,
  DeadlockError,
  EventLoop,
  type ExceptionContext,
  fromPromise,
  getRunningLoop,
  HostRequiredError,
  run,
  runSync,
  setRunDefaults,
  sleep,
  type TraceEvent,
} from "../../mod.ts";

Deno.test("run takes the coroutine or the function that makes it", async () => {
  function* main() {
    yield* sleep(1);
    return "done";
  }
  assertEquals(await run(main), "done");
  assertEquals(await run(main()), "done");
  assertEquals(runSync(main()), "done");
});

Deno.test("run explains what it can't run", async () => {
  await assertRejects(
    () => run((async () => {}) as never),
    TypeError,
    "run() takes a coroutine (function*), not an async function",
  );
  await assertRejects(
    () => run(5 as never),
    TypeError,
    "run() takes a coroutine, or a function* to call, not number 5",
  );
  assertThrows(() => runSync((() => {}) as never), TypeError, "not undefined");
});

Deno.test("rule 28: run cancels what main leaves behind, and waits for it", async () => {
  const log: string[] = [];
  await run(function* () {
    createTask(function* () {
      try {
        yield* sleep(1_000_000);
      } finally {
        yield* sleep(10);
        log.push(`cleaned at ${getRunningLoop().time()}`);
      }
    }());
    yield* sleep(5);
    log.push("main ends");
  }, { clock: "virtual" });
  assertEquals(log, ["main ends", "cleaned at 15"]);
});

Deno.test("rule 28: errors of what is left behind are reported", () => {
  const heard: ExceptionContext[] = [];
  runSync(function* () {
    getRunningLoop().setExceptionHandler((_, context) => heard.push(context));
    createTask(function* () {
      try {
        yield* sleep(1000);
      } catch {
        throw new Error("while shutting down");
      }
    }());
    yield* sleep(1);
  });
  assertEquals(heard.map(({ message }) => message), [
    "Unhandled exception while run() was shutting down",
  ]);
});

Deno.test("rule 28: the loop is closed afterwards", async () => {
  const loop = await run(function* () {
    return getRunningLoop();
  });
  assert(loop.isClosed());
});

Deno.test("a signal cancels main", async () => {
  const log: string[] = [];
  const controller = new AbortController();
  const promise = run(function* () {
    try {
      yield* sleep(60_000);
    } finally {
      log.push("cleaned");
    }
  }, { signal: controller.signal });
  controller.abort("the reader left");
  await assertRejects(() => promise, CancelledError, "the reader left");
  assertEquals(log, ["cleaned"]);
});

Deno.test("a signal that has fired already cancels main before it begins", async () => {
  let began = false;
  await assertRejects(
    () =>
      run(function* () {
        began = true;
      }, { signal: AbortSignal.abort("too late") }),
    CancelledError,
    "too late",
  );
  assertEquals(began, false);
});

Deno.test("runSync throws DeadlockError, with who waits for what", () => {
  assertThrows(
    () =>
      runSync(function* () {
        const never = createTask(
          function* () {
            yield* getRunningLoop().createFuture<void>();
          }(),
          { name: "stuck" },
        );
        yield* never;
      }),
    DeadlockError,
    "Task-1 waits for stuck\n  stuck waits for a future that nobody settles",
  );
});

Deno.test("a sleep without end is named as what nobody will end", () => {
  assertThrows(
    () => runSync(sleep(Infinity)),
    DeadlockError,
    "Task-1 waits for sleep(Infinity), which never ends",
  );
});

Deno.test("runSync throws HostRequiredError where only the host can help", () => {
  assertThrows(
    () =>
      runSync(function* () {
        yield* fromPromise(new Promise(() => {}));
      }),
    HostRequiredError,
    "use run()",
  );
});

Deno.test("setRunDefaults makes run virtual and traced, until it is restored", async () => {
  const events: TraceEvent[] = [];
  const restore = setRunDefaults({
    clock: "virtual",
    trace: { record: (event) => events.push(event) },
  });
  try {
    await run(sleep(86_400_000));
  } finally {
    restore();
  }
  assertEquals(events.at(-1)!.time, 86_400_000);
  const before = events.length;
  await run(sleep(0));
  assertEquals(events.length, before);
});

Deno.test("what a caller asks for beats the defaults", async () => {
  const restore = setRunDefaults({ clock: "real" });
  try {
    const time = await run(function* () {
      yield* sleep(5000);
      return getRunningLoop().time();
    }, { clock: "virtual" });
    assertEquals(time, 5000);
  } finally {
    restore();
  }
});

Deno.test("run settles when main returns a task that is over", async () => {
  const result = await run(function* () {
    const task = createTask(sleep(1, "of the task"));
    yield* task;
    return task;
  });
  assertEquals(result as unknown, "of the task"); // as a promise adopts it
});

Deno.test("a main that returns what is still pending is told so, and does not hang", async () => {
  await assertRejects(
    () =>
      run(function* () {
        return createTask(sleep(10), { name: "late" });
      }, { clock: "virtual" }),
    Error,
    "Task-1 returned late, which is pending, and the loop has stopped; wait for it: return yield* it",
  );
  await assertRejects(
    () =>
      run(function* () {
        return getRunningLoop().createFuture<void>();
      }),
    Error,
    "Task-1 returned a future, which is pending",
  );
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
