import {
  assert,
  assertEquals,
  assertFalse,
  assertGreater,
  assertNotStrictEquals,
  assertRejects,
  assertStrictEquals,
  assertStringIncludes,
} from "@std/assert";
import {
  createTask,
  DeadlockError,
  explore,
  fromPromise,
  LeakError,
  Lock,
  run,
  ScheduleError,
  sleep,
  virtual,
  type VirtualTime,
} from "../../../mod.ts";
import { hostSleep } from "../host_sleep.ts";

Deno.test("virtual() is over at once, however long the body sleeps", async () => {
  const year = 365 * 86_400_000;
  const passed = await virtual(async (time) => {
    for (let month = 0; month < 12; month++) await hostSleep(year / 12 / 2);
    return time.now() * 2;
  });
  assertEquals(passed, year);
});

Deno.test("virtual() gives what the body returns, async or not", async () => {
  assertEquals(await virtual(() => 1), 1);
  assertEquals(await virtual(() => Promise.resolve(2)), 2);
  assertEquals(
    await virtual(function* () {
      yield* sleep(10);
      return 3;
    }),
    3,
  );
});

Deno.test("virtual() fails as the body fails, also when it never awaits", async () => {
  const error = new Error("broken");
  const fail = () => {
    throw error;
  };
  const thrown = [
    await assertRejects(() => virtual(fail)),
    await assertRejects(() => virtual(() => Promise.reject(error))),
    await assertRejects(() =>
      virtual(function* () {
        yield* sleep(1);
        throw error;
      })
    ),
  ];
  for (const each of thrown) assertStrictEquals(each, error);
});

Deno.test("virtual() fails with what a timer's callback throws", async () => {
  const error = new Error("broken");
  const thrown = await assertRejects(() =>
    virtual(async () => {
      setTimeout(() => {
        throw error;
      }, 5);
      await hostSleep(10);
    })
  );
  assertStrictEquals(thrown, error);
});

Deno.test("virtual() fires timers by deadline, equal deadlines first in, first out", async () => {
  const fired = await virtual(async () => {
    const fired: string[] = [];
    setTimeout(() => fired.push("20"), 20);
    setTimeout(() => fired.push("10, first"), 10);
    setTimeout(() => fired.push("10, second"), 10);
    setImmediate(() => fired.push("immediate"));
    await hostSleep(30);
    return fired;
  });
  assertEquals(fired, ["immediate", "10, first", "10, second", "20"]);
});

Deno.test("virtual() runs all promise jobs of a timer before the next timer", async () => {
  const log = await virtual(async () => {
    const log: string[] = [];
    setTimeout(async () => {
      for (let tick = 0; tick < 200; tick++) await null;
      log.push("200 ticks after the first");
    }, 10);
    setTimeout(() => log.push("second"), 10);
    await hostSleep(20);
    return log;
  });
  assertEquals(log, ["200 ticks after the first", "second"]);
});

Deno.test("virtual() has one clock for coroutines and for the host's timers", async () => {
  const log = await virtual(function* (time) {
    const log: string[] = [];
    setTimeout(() => log.push(`host at ${time.now()}`), 7);
    createTask(
      (function* () {
        yield* sleep(2.5);
        log.push(`task at ${time.now()}`);
      })(),
    );
    yield* sleep(10);
    log.push(`body at ${time.now()}`);
    return log;
  });
  assertEquals(log, ["task at 2.5", "host at 7", "body at 10"]);
});

Deno.test("virtual() moves the clock of a loop that native code runs", async () => {
  const passed = await virtual(async (time) => {
    await run(sleep(1000.25));
    return time.now();
  });
  assertEquals(passed, 1000.25);
});

Deno.test("virtual() lets a coroutine await its promises", async () => {
  const passed = await virtual(function* (time) {
    yield* fromPromise(time.advance(500));
    yield* fromPromise(hostSleep(500));
    return time.now();
  });
  assertEquals(passed, 1000);
});

Deno.test("virtual() begins at the same date each time, or at the one it is given", async () => {
  const dateAfter = (ms: number) => async () => {
    await hostSleep(ms);
    return new Date().toISOString();
  };
  assertEquals(await virtual(dateAfter(1500)), "2000-01-01T00:00:01.500Z");
  const date = new Date("2026-11-22T12:00:00Z");
  assertEquals(
    await virtual(dateAfter(1), { date }),
    "2026-11-22T12:00:00.001Z",
  );
  assertEquals(
    await virtual(dateAfter(1), { date: 0 }),
    "1970-01-01T00:00:00.001Z",
  );
});

Deno.test("virtual() puts every clock of the host on virtual time", async () => {
  await virtual(async () => {
    const date = new Date();
    const [performanceBefore, signal] = [
      performance.now(),
      AbortSignal.timeout(40),
    ];
    await hostSleep(100);
    assertEquals(performance.now() - performanceBefore, 100);
    assertEquals(Date.now() - date.getTime(), 100);
    assertEquals(performance.timeOrigin + performance.now(), Date.now());
    assertEquals(new Date().getTime() - date.getTime(), 100);
    assertEquals(Date(), new Date().toString());
    assertEquals(new Date(5).getTime(), 5);
    assertEquals(new Date(2020, 1).getMonth(), 1);
    assert(date instanceof Date && date.constructor === Date);
    assertEquals(
      Temporal.Now.instant().epochMilliseconds,
      Date.now(),
    );
    assertEquals(
      Temporal.Now.zonedDateTimeISO("UTC").epochMilliseconds,
      Date.now(),
    );
    assertEquals(Temporal.Now.plainDateISO("UTC").toString(), "2000-01-01");
    assertEquals(signal.aborted && signal.reason.name, "TimeoutError");
    assertEquals(process().hrtime(), [0, 100_000_000]);
    assertEquals(process().hrtime([0, 40_000_000]), [0, 60_000_000]);
    assertEquals(process().hrtime.bigint(), 100_000_000n);
  });
});

Deno.test("virtual() gives back the host's functions, also when the body fails", async () => {
  const before = hostFunctions();
  await virtual(() => assertNotStrictEquals(hostFunctions()[0], before[0]));
  assertEquals(hostFunctions(), before);
  await assertRejects(() => virtual(() => Promise.reject(new Error())));
  assertEquals(hostFunctions(), before);
  await assertRejects(() => virtual(() => new Promise(() => {})));
  assertEquals(hostFunctions(), before);
  assertEquals(new Date().constructor, Date);
});

Deno.test("virtual() leaves the real clock to the code outside of it", async () => {
  const inside = virtual(async () => {
    await hostSleep(3_600_000);
    return Date.now();
  });
  const begin = Date.UTC(2000, 0, 1);
  assertGreater(Date.now(), begin + 3_600_000);
  assertEquals(await inside, begin + 3_600_000);
});

Deno.test("runs of virtual() that overlap have a clock each", async () => {
  const work = (hours: number) => async (time: VirtualTime) => {
    for (let hour = 0; hour < hours; hour++) await hostSleep(3_600_000);
    return time.now() / 3_600_000;
  };
  const hours = await Promise.all([3, 1, 2].map((each) => virtual(work(each))));
  assertEquals(hours, [3, 1, 2]);
});

Deno.test("virtual() inside of virtual() is refused", async () => {
  const error = await assertRejects(
    () => virtual(() => virtual(() => 1)),
    Error,
  );
  assertEquals(
    error.message,
    "virtual() inside of virtual() would need a clock within a clock; use the time of the outer one",
  );
});

Deno.test("virtual() and explore() don't share a clock", async () => {
  const inside = await assertRejects(
    () => explore(() => virtual(() => 1)),
    ScheduleError,
  );
  assertStringIncludes(
    (inside.cause as Error).message,
    "virtual() was called while explore() still runs",
  );
  const around = await assertRejects(
    () => virtual(() => explore(async ({ io }) => void await io("read"))),
    Error,
  );
  assertStringIncludes(
    around.message,
    "explore() was called while virtual() still runs",
  );
});

Deno.test("a timer is an object as the host's, or its number", async () => {
  await virtual(async (time) => {
    const fired: string[] = [];
    const timer = hostTimer(() => fired.push(`refreshed at ${time.now()}`), 10);
    const stopped = hostTimer(() => fired.push("stopped"), 10);
    assert(timer.hasRef() && !timer.unref().hasRef() && timer.ref().hasRef());
    await hostSleep(5);
    timer.refresh();
    clearTimeout(Number(stopped));
    assertEquals(time.timers().map(({ due }) => due), [15]);
    await hostSleep(20);
    assertEquals(fired, ["refreshed at 15"]);
    timer.refresh();
    await time.advance(10);
    assertEquals(fired, ["refreshed at 15", "refreshed at 35"]);
    hostTimer(() => {}, 10).close();
    assertEquals(time.timers(), []);
  });
});

Deno.test("an interval ticks until it is cleared, also by itself", async () => {
  const ticks = await virtual(async (time) => {
    const ticks: number[] = [];
    const interval = setInterval(() => {
      ticks.push(time.now());
      if (ticks.length === 3) clearInterval(interval);
    }, 10);
    await hostSleep(100);
    return ticks;
  });
  assertEquals(ticks, [10, 20, 30]);
});

Deno.test("a timer set before the run can be cleared in it", async () => {
  let fired = false;
  const timer = setTimeout(() => fired = true, 1);
  await virtual(() => clearTimeout(timer));
  await new Promise((wake) => setTimeout(wake, 5));
  assertFalse(fired);
});

Deno.test("setTimeout() refuses what is no function, as the body's error", async () => {
  const error = await assertRejects(
    () => virtual(() => void setTimeout("code" as unknown as () => void, 1)),
    TypeError,
  );
  assertEquals(
    error.message,
    "setTimeout() takes a function to call, not string",
  );
});

Deno.test("time.advance() returns when all that follows from the callbacks has run", async () => {
  const log: string[] = [];
  await virtual(async (time) => {
    setTimeout(async () => {
      log.push("first");
      await hostSleep(10);
      for (let tick = 0; tick < 100; tick++) await null;
      log.push("second");
      setTimeout(() => log.push("third"), 10);
    }, 10);
    setTimeout(() => log.push("late"), 31);
    await time.advance(30);
    log.push(`advanced to ${time.now()}`);
    await time.advance(1);
  });
  assertEquals(log, ["first", "second", "third", "advanced to 30", "late"]);
});

Deno.test("time.advance() of two waiters ends for each in its time", async () => {
  const log: string[] = [];
  await virtual(async (time) => {
    const late = time.advance(20).then(() => log.push(`late at ${time.now()}`));
    const early = time.advance(5).then(() =>
      log.push(`early at ${time.now()}`)
    );
    await Promise.all([late, early, time.advance(0)]);
  });
  assertEquals(log, ["early at 5", "late at 20"]);
});

for (const bad of [-1, NaN, Infinity, "10", undefined]) {
  const shown = typeof bad === "string" ? '"10"' : String(bad);
  Deno.test(`time.advance() and time.sleep() refuse ${shown}`, async () => {
    for (const name of ["advance", "sleep"] as const) {
      const error = await assertRejects(
        () => virtual(async (time) => await time[name](bad as number)),
        RangeError,
      );
      assertEquals(
        error.message,
        `time.${name}() takes milliseconds from 0 on, not ${shown}`,
      );
    }
  });
}

Deno.test("a timer carries the asynchronous context to its callback", async () => {
  const { AsyncLocalStorage } = await import("node:async_hooks");
  const storage = new AsyncLocalStorage<string>();
  const heard = await virtual(async () => {
    const heard: (string | undefined)[] = [];
    storage.run("one", () => {
      setTimeout(() => heard.push(storage.getStore()), 10);
    });
    await hostSleep(20);
    heard.push(storage.getStore());
    return heard;
  });
  assertEquals(heard, ["one", undefined]);
});

Deno.test("node:timers and node:timers/promises are on virtual time", async () => {
  const { default: timers } = await import("node:timers");
  const { default: promises } = await import("node:timers/promises");
  const log = await virtual(async (time) => {
    const log: unknown[] = [];
    timers.setTimeout(() => log.push(`fired at ${time.now()}`), 10);
    log.push(await promises.setTimeout(1000, "value"));
    await promises.scheduler.wait(500);
    await promises.setImmediate();
    for await (const tick of promises.setInterval(100, "tick")) {
      log.push(`${tick} at ${time.now()}`);
      if (time.now() >= 1700) break;
    }
    const signal = AbortSignal.timeout(50);
    const error = await assertRejects(() =>
      promises.setTimeout(100, null, { signal })
    );
    log.push((error as Error).name, time.now());
    return log;
  });
  assertEquals(log, [
    "fired at 10",
    "value",
    "tick at 1600",
    "tick at 1700",
    "AbortError",
    1750,
  ]);
});

Deno.test("a body that waits for nobody is a deadlock, told with where and since when", async () => {
  const error = await assertRejects(() =>
    virtual(async () => {
      await hostSleep(120);
      await waiter();
    }), DeadlockError);
  const [first, since, awaited] = error.message.split("\n");
  assertEquals(
    first,
    "Body waits for what can never happen: at 120 ms nothing is ready, no timer is set and no I/O is in flight",
  );
  assertEquals(
    since,
    "  since 120 ms somebody waits for a promise that nobody settles",
  );
  assertStringIncludes(awaited!, "awaited at waiter (");
  assertStringIncludes(error.message, "made at neverSettled (");
  assertFalse(error.stack!.includes("/src/testing/"), error.stack);
});

Deno.test("a body that returns a promise nobody settles waits for it itself", async () => {
  const error = await assertRejects(() => virtual(neverSettled), DeadlockError);
  const [_, since, made] = error.message.split("\n");
  assertEquals(
    since,
    "  since 0 ms the body waits for a promise that nobody settles",
  );
  assertStringIncludes(made!, "made at neverSettled (");
});

Deno.test("a deadlock tells of the rejection that nobody saw", async () => {
  const reason = new Error("the connection broke");
  const error = await assertRejects(() =>
    virtual(async () => {
      let connected = () => {};
      const ready = new Promise<void>((resolve) => connected = resolve);
      (async () => {
        await hostSleep(10);
        if (Date.now() > 0) throw reason;
        connected();
      })();
      await ready;
    }), DeadlockError);
  assertStrictEquals(error.cause, reason);
  assertStringIncludes(
    error.message,
    "a promise rejected with Error: the connection broke, which nobody handled",
  );
});

Deno.test("coroutines that wait for each other are a deadlock, told by task", async () => {
  const error = await assertRejects(() =>
    virtual(function* () {
      const lock = new Lock();
      yield* lock.acquire();
      function* second() {
        yield* lock.acquire();
      }
      yield* createTask(second(), { name: "second" });
    }), DeadlockError);
  const lines = error.message.split("\n");
  assertEquals(lines[1], "  In a circle: Task-1 → second → Task-1");
  assertEquals(lines[2], '  Task-1 waits for task "second"');
  assertEquals(lines[3], "  second waits for Lock #1, held by Task-1");
  assertStringIncludes(lines[4]!, "waits at second (");
  assertStringIncludes(lines[4]!, "virtual_test.ts:");
  assertStringIncludes(lines[5]!, "made at ");
  assertStringIncludes(lines[5]!, "virtual_test.ts:");
});

Deno.test("what the body leaves over is an error that says where it was made", async () => {
  const error = await assertRejects(() =>
    virtual((time) => {
      setTimeout(function retry() {}, 500);
      time.sleep(30);
      time.advance(40);
      Promise.reject(new RangeError("boo"));
    }), LeakError);
  assertEquals(error.leaks.map(({ kind, label }) => [kind, label]), [
    ["timer", "setTimeout(retry, 500), due at 500 ms"],
    ["promise", "time.sleep(30), due at 30 ms"],
    ["promise", "time.advance, which was to end at 40 ms"],
    [
      "rejection",
      "a promise rejected with RangeError: boo, which nobody handled",
    ],
  ]);
  for (const { origin } of error.leaks) {
    assertStringIncludes(origin[0]!, "virtual_test.ts:");
    assertFalse(origin.some((line) => line.includes("/src/testing/")));
  }
  assertStringIncludes(error.message, "4 things are left over");
});

Deno.test("a single unhandled rejection is the cause of the LeakError", async () => {
  const reason = new Error("nobody looks");
  const error = await assertRejects(
    () => virtual(() => void Promise.reject(reason)),
    LeakError,
  );
  assertStrictEquals(error.cause, reason);
});

Deno.test("a rejection that is handled later is none that is left over", async () => {
  const handled = await virtual(async () => {
    const rejected = Promise.reject(new Error("late"));
    await hostSleep(1000);
    return await rejected.catch(() => "handled");
  });
  assertEquals(handled, "handled");
});

Deno.test("tasks that a coroutine leaves over are leaks", async () => {
  const error = await assertRejects(() =>
    virtual(function* () {
      createTask(sleep(10), { name: "left" });
      yield* sleep(0);
    }), LeakError);
  assertEquals(error.leaks.map(({ kind, label }) => [kind, label]), [
    ["task", "left, which waits for sleep until 10 ms"],
  ]);
  assertStringIncludes(error.leaks[0]!.origin[0]!, "virtual_test.ts:");
});

Deno.test("unref'd timers and signals are no leaks, and leaks: false asks for none", async () => {
  await virtual(() => {
    AbortSignal.timeout(1000);
    hostTimer(() => {}, 1000).unref();
  });
  const left = await virtual((time) => {
    setInterval(() => {}, 10);
    return time.timers().length;
  }, { leaks: false });
  assertEquals(left, 1);
});

Deno.test("an immediate that the body leaves over runs, and is no leak", async () => {
  const log: string[] = [];
  await virtual(() => {
    setImmediate(() => {
      log.push("first");
      setImmediate(() => log.push("second"));
    });
  });
  assertEquals(log, ["first", "second"]);
});

Deno.test("of a hundred leaks the message shows ten, and the error has all", async () => {
  const error = await assertRejects(() =>
    virtual(() => {
      for (let count = 0; count < 100; count++) setTimeout(() => {}, count);
    }), LeakError);
  assertEquals(error.leaks.length, 100);
  assertEquals(error.message.split("\n").at(-1), "  and 90 more");
});

Deno.test("an interval that nobody clears ends at the limit of steps", async () => {
  const error = await assertRejects(
    () =>
      virtual(async () => {
        setInterval(function tick() {}, 10);
        await neverSettled();
      }, { steps: 1000 }),
    RangeError,
  );
  assertStringIncludes(
    error.message,
    "Body is not done after 1000 timers, at 10000 ms of virtual time",
  );
  assertStringIncludes(error.message, "setInterval(tick, 10)");
  assertStringIncludes(error.message, "virtual_test.ts:");
});

Deno.test("a coroutine that never lets the clock move ends at the limit of steps", async () => {
  await assertRejects(
    () =>
      virtual(function* () {
        for (;;) yield* sleep(0);
      }, { steps: 1000 }),
    RangeError,
    "at 0 ms of virtual time",
  );
});

const wrong: readonly [string, unknown, string][] = [
  ["a number", 5, "virtual() takes a function to run, not number 5"],
  ["nothing", undefined, "virtual() takes a function to run, not undefined"],
  [
    "a promise",
    Promise.resolve(),
    "virtual() takes a function to run, not a promise; give it the function itself, without calling it",
  ],
  [
    "a coroutine",
    sleep(1),
    "virtual() takes a function to run, not a coroutine; give it the function itself, without calling it",
  ],
  [
    "an async generator function",
    async function* () {},
    "Body of virtual() is an async generator, which runs only when it is iterated; use async function or function*",
  ],
];
for (const [what, body, message] of wrong) {
  Deno.test(`virtual() refuses ${what} for a body`, async () => {
    const error = await assertRejects(
      () => virtual(body as () => void),
      TypeError,
    );
    assertEquals(error.message, message);
  });
}

const wrongOptions: readonly [object, string][] = [
  [
    { date: "2020" },
    'Invalid date: "2020"; it must be a valid Date, or milliseconds since 1970',
  ],
  [
    { date: new Date(NaN) },
    "Invalid date: null; it must be a valid Date, or milliseconds since 1970",
  ],
  [
    { realTimeLimit: -1 },
    "Invalid realTimeLimit: -1; it must be a number of milliseconds from 0 on",
  ],
  [
    { steps: 0 },
    "Invalid steps: 0; at least 1 timer must be allowed to fire",
  ],
];
for (const [options, message] of wrongOptions) {
  Deno.test(`virtual() refuses ${Object.keys(options)}: ${message}`, async () => {
    const error = await assertRejects(
      () => virtual(() => {}, options),
      RangeError,
    );
    assertEquals(error.message, message);
    assertEquals(await virtual(() => "still works"), "still works");
  });
}

async function waiter(): Promise<void> {
  await neverSettled();
}

function neverSettled(): Promise<void> {
  return new Promise(() => {});
}

/** A timer as Node and Deno give it. */
interface HostTimer {
  ref(): HostTimer;
  unref(): HostTimer;
  hasRef(): boolean;
  refresh(): HostTimer;
  close(): HostTimer;
}

function hostTimer(callback: () => void, delay: number): HostTimer {
  return setTimeout(callback, delay) as unknown as HostTimer;
}

interface HostProcess {
  hrtime: {
    (since?: [number, number]): [number, number];
    bigint(): bigint;
  };
}

function process(): HostProcess {
  return (globalThis as unknown as { process: HostProcess }).process;
}

function hostFunctions(): unknown[] {
  return [
    setTimeout,
    setInterval,
    setImmediate,
    clearTimeout,
    clearInterval,
    clearImmediate,
    Date,
    performance.now,
    AbortSignal.timeout,
    Temporal.Now.instant,
    process().hrtime,
  ];
}

Deno.test("what a namespace and require() of node:timers give by default is on virtual time", async () => {
  const namespace = await import("node:timers");
  const { createRequire } = await import("node:module");
  const required = createRequire(import.meta.url)("node:timers");
  const passed = await virtual(async (time) => {
    await new Promise((wake) => namespace.default.setTimeout(wake, 1000));
    await new Promise((wake) => required.setTimeout(wake, 1000));
    return time.now();
  });
  assertEquals(passed, 2000);
});
