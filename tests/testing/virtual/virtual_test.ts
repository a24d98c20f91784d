import {
  assert,
  assertEquals,
  assertGreater,
  assertNotStrictEquals,
  assertRejects,
  assertStrictEquals,
  assertStringIncludes,
} from "@std/assert";
import {
  createTask,
  explore,
  fromPromise,
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

Deno.test("an interval that nobody clears ends at the limit of steps", async () => {
  const error = await assertRejects(
    () =>
      virtual(async () => {
        setInterval(function tick() {}, 10);
        await new Promise(() => {});
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
