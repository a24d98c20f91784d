import {
  assertEquals,
  assertMatch,
  assertRejects,
  assertThrows,
} from "@std/assert";
import {
  DeadlockError,
  explore,
  type ExploreOptions,
  replay,
  run,
  ScheduleError,
  sleep,
  type World,
} from "../../mod.ts";
import { survey } from "../../src/testing/explore/survey.ts";

/** The host's own, which the schedule knows nothing of. */
const realTimeout = globalThis.setTimeout;

/** A body that is right, with a few schedules. */
async function readTwice({ io }: World) {
  await Promise.all([io("a"), io("b")]);
}

/** An error's class and message. */
async function errorOf(promise: () => Promise<unknown>): Promise<string> {
  const error = await assertRejects(promise, Error);
  return `${error.name}: ${error.message}`;
}

const refused: readonly (readonly [string, unknown, string])[] = [
  [
    "no schedules at all",
    { schedules: 0 },
    "RangeError: schedules must be a whole number of at least 1, not 0",
  ],
  [
    "half a schedule",
    { schedules: 1.5 },
    "RangeError: schedules must be a whole number of at least 1, not 1.5",
  ],
  [
    "a shard that there is not",
    { shard: { index: 4, count: 4 } },
    "RangeError: shard.index must be a whole number from 0 to 3, as there are 4 shards; it is 4",
  ],
  [
    "no shards",
    { shard: { index: 0, count: 0 } },
    "RangeError: shard.count must be a whole number of at least 1, not 0",
  ],
  [
    "an unknown strategy",
    { strategy: "lucky" },
    'TypeError: strategy must be "exhaustive", "random" or "pct", not "lucky"',
  ],
  [
    "an unknown delivery",
    { delivery: "triple" },
    'TypeError: delivery must be "single" or "batch", not "triple"',
  ],
  [
    "an empty batch",
    { batch: 0 },
    "RangeError: batch must be a whole number of at least 1, not 0",
  ],
  [
    "a negative number of faults",
    { faults: -1 },
    "RangeError: faults must be a whole number of at least 0, not -1",
  ],
  [
    "a seed that is no integer",
    { seed: 0.5 },
    "RangeError: seed must be an integer, not number 0.5",
  ],
  [
    "no time",
    { timeLimit: 0 },
    "RangeError: timeLimit must be a number of milliseconds above 0, not 0",
  ],
  [
    "no steps",
    { steps: "many" },
    'RangeError: steps must be a whole number of at least 1, not "many"',
  ],
  [
    "a random search without end",
    { strategy: "random", schedules: Infinity },
    "RangeError: A random search has no end of its own; give it schedules or a timeLimit",
  ],
  [
    "a misspelled option",
    { schedule: 5 },
    "TypeError: explore() has no option schedule; did you mean schedules?",
  ],
  [
    "an option in other letters",
    { timelimit: 5 },
    "TypeError: explore() has no option timelimit; did you mean timeLimit?",
  ],
  [
    "an option with a word too many",
    { maxSchedules: 5 },
    "TypeError: explore() has no option maxSchedules; did you mean schedules?",
  ],
  [
    "an option that is like no other",
    { verbose: true },
    "TypeError: explore() has no option verbose; there are schedules, strategy, seed, delivery, batch, faults, timeLimit, shard, shrink, reduce, steps, leaks, timers, depth, from, checkpoint, regressions and name",
  ],
  [
    "null for options",
    null,
    "TypeError: explore() takes its options as an object such as { schedules: … }, not null",
  ],
  [
    "a number for options",
    100,
    "TypeError: explore() takes its options as an object such as { schedules: … }, not number 100",
  ],
  [
    "a list for options",
    [100],
    "TypeError: explore() takes its options as an object such as { schedules: … }, not an object of class Array",
  ],
  [
    "a place that is none",
    { from: "garbage" },
    'SyntaxError: from is no place of this search: Step 1 of the place "garbage" is "garbage"; write an answer and how many there are, such as 1/3',
  ],
  [
    "a place that is no text",
    { from: 5 },
    "TypeError: from must be a text, not number 5",
  ],
  [
    "shards without number",
    { shard: { index: 0, count: Infinity } },
    "RangeError: shard.count must be a whole number of at least 1, not Infinity",
  ],
  [
    "a depth without bottom",
    { strategy: "pct", depth: Infinity },
    "RangeError: depth must be a whole number of at least 1, not Infinity",
  ],
];

for (const [what, options, message] of refused) {
  Deno.test(`explore refuses ${what}`, async () => {
    assertEquals(
      await errorOf(() => explore(readTwice, options as ExploreOptions)),
      message,
    );
  });
}

Deno.test("faults without limit are as many as there can be", async () => {
  const body = async ({ io }: World) => {
    for (const name of ["a", "b", "c"]) {
      await io(name, { faults: ["lost"] }).catch(() => {});
    }
  };
  const limited = await explore(body, { faults: 3 });
  assertEquals(await explore(body, { faults: Infinity }), limited);
  assertEquals(limited.schedules, 8);
});

Deno.test("survey and replay name themselves when an option is misspelled", async () => {
  assertEquals(
    await errorOf(() => survey(readTwice, { sead: 1 } as ExploreOptions)),
    "TypeError: survey() has no option sead; did you mean seed?",
  );
  assertEquals(
    await errorOf(() => replay(readTwice, "", { step: 1 } as never)),
    "TypeError: replay() has no option step; did you mean steps?",
  );
  assertEquals(
    await errorOf(() => replay(readTwice, "", null as never)),
    "TypeError: replay() takes its options as an object such as { steps: … }, not null",
  );
});

Deno.test("the options of a search do for a replay of what it found", async () => {
  const options = { strategy: "random", seed: 1, steps: 50 } as const;
  await explore(readTwice, options);
  assertEquals(await replay(readTwice, "1.0", options), undefined);
});

Deno.test("a schedule that is no text is shown", async () => {
  assertEquals(
    await errorOf(() => replay(readTwice, 5 as never)),
    'TypeError: Schedule must be a text such as "1.0.2+0", not number 5',
  );
});

Deno.test("explore refuses what is no function", async () => {
  assertEquals(
    await errorOf(() => explore(Promise.resolve() as never)),
    "TypeError: explore() takes a function, async or a generator's, not a promise",
  );
});

Deno.test("a body that gives no promise is told to", async () => {
  assertEquals(
    await errorOf(() => explore((() => 42) as never)),
    "TypeError: Body returned number 42; make it an async function, or a function* for coroutines",
  );
});

Deno.test("a body that calls a generator function is told to be one", async () => {
  function* work({ io }: World) {
    yield* io("a");
  }
  assertEquals(
    await errorOf(() => explore((world) => work(world))),
    "TypeError: Body returned a coroutine; for coroutines, make the body itself a function*",
  );
});

Deno.test("a body that never awaits leaves nothing to explore", async () => {
  for (
    const body of [
      async () => {},
      async () => await null,
      function* () {
        yield* sleep(0);
      },
    ]
  ) {
    assertEquals(
      await errorOf(() => explore(body)),
      "Error: Nothing to explore: the body never waited for the schedule; let what it waits for go through io(), choose() or a timer",
    );
  }
});

Deno.test("a body that throws synchronously fails like any other", async () => {
  const cause = new Error("too early");
  const error = await assertRejects(
    () =>
      explore(() => {
        throw cause;
      }),
    ScheduleError,
  );
  assertMatch(error.message, /^too early\n/);
  assertEquals(error.cause, cause);
  assertEquals(error.schedule, "");
});

Deno.test("what is thrown and is no error becomes one", async () => {
  const error = await assertRejects(
    () =>
      explore(async ({ io }) => {
        await io("a");
        throw "a text";
      }),
    ScheduleError,
  );
  assertMatch(
    error.message,
    /: Something was thrown that is no error: "a text"\n/,
  );
});

for (
  const [what, ask, message] of [
    [
      "io of a number",
      ({ io }) => io(5 as never),
      "TypeError: io() takes a label, a function or an object with async methods, not number 5",
    ],
    [
      "io of null",
      ({ io }) => io(null as never),
      "TypeError: io() takes a label, a function or an object with async methods, not null",
    ],
    [
      "io of a promise",
      ({ io }) => io(Promise.resolve()),
      "TypeError: io() takes a label, a function or an object with async methods, not a promise; hand over the function that makes it, since what has begun can't be put off",
    ],
    [
      "io of a list",
      ({ io }) => io([async () => {}]),
      "TypeError: io() takes a label, a function or an object with async methods, not an object of class Array",
    ],
    [
      "faults that are no list",
      ({ io }) => io(async () => {}, { faults: "lost" as never }),
      'TypeError: io() takes a list of faults, not "lost": faults: [error]',
    ],
    [
      "faults of a bare completion that are no list",
      ({ io }) => io("a", { faults: new Error("lost") as never }),
      "TypeError: io() takes a list of faults, not an object of class Error: faults: [error]",
    ],
    [
      "a misspelled option of io",
      ({ io }) => io("a", { fault: ["lost"] } as never),
      "TypeError: io() has no option fault; did you mean faults?",
    ],
    [
      "a number for the options of io",
      ({ io }) => io("a", 5 as never),
      "TypeError: io() takes its options as an object such as { faults: … }, not number 5",
    ],
    [
      "a choice of nothing",
      ({ choose }) => choose("which", []),
      'TypeError: choose("which") takes a list of at least one option',
    ],
  ] as const satisfies readonly [string, (world: World) => unknown, string][]
) {
  Deno.test(`${what} is refused, even where the body catches`, async () => {
    assertEquals(
      await errorOf(() =>
        explore(async (world) => {
          try {
            ask(world);
          } catch {
            // The body can't hide what is wrong with itself.
          }
          await world.io("a");
        })
      ),
      message,
    );
  });
}

Deno.test("exploring inside of a body that is explored is refused", async () => {
  for (const inner of [explore, survey, replay] as const) {
    assertEquals(
      await errorOf(() =>
        explore(async ({ io }) => {
          await io("a");
          await inner(readTwice, (inner === replay ? "" : {}) as never);
        })
      ),
      `Error: ${inner.name}() was called inside of a body that is being explored; call one after the other`,
    );
  }
});

Deno.test("exploring inside of a running loop is refused", async () => {
  let refusal: Promise<unknown> = Promise.resolve();
  await run(function* () {
    refusal = explore(readTwice);
    refusal.catch(() => {});
    yield* sleep(0);
  });
  assertEquals(
    await errorOf(() => refusal),
    "Error: explore() was called inside of a running event loop; call it from native code",
  );
});

Deno.test("explorations that overlap take turns", async () => {
  const running: string[] = [];
  const body = (name: string) => async ({ io, check }: World) => {
    running.push(name);
    await readTwice({ io } as World);
    check(running.every((each) => each === running.at(-1)), "mixed");
    running.length = 0;
  };
  const reports = await Promise.all([
    explore(body("one")),
    explore(body("two")),
    explore(body("three")),
  ]);
  assertEquals(reports.map(({ schedules }) => schedules), [4, 4, 4]);
});

Deno.test("a body that waits for something real is told to let it go through io()", async () => {
  assertEquals(
    await errorOf(() =>
      explore(async ({ io }) => {
        await io("a");
        await new Promise((resolve) => realTimeout(resolve, 5));
      })
    ),
    "Error: Body waits for something real, which no schedule delivers; let it go through io()",
  );
});

Deno.test("real I/O that takes longer is named, where the host tells", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr as Deno.NetAddr;
  const client = await Deno.connect({ hostname: "127.0.0.1", port });
  const server = await listener.accept();
  const reads: Promise<unknown>[] = [];
  const message = await errorOf(() =>
    explore(async ({ io }) => {
      await io("a");
      const read = client.read(new Uint8Array(1)).catch(() => {});
      reads.push(read);
      await read;
    })
  );
  for (const each of [client, server, listener]) each.close();
  await Promise.all(reads);
  assertEquals(message.split("\n").slice(0, 2), [
    "Error: Body waits for something real, which no schedule delivers; let it go through io()",
    "  op_read",
  ]);
});

Deno.test("real I/O is told even where a run can go on without it", async () => {
  const listeners: Deno.Listener[] = [];
  const accepts: Promise<unknown>[] = [];
  const accept = () => {
    const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    const accepted = listener.accept().catch(() => {});
    listeners.push(listener);
    accepts.push(accepted);
    return accepted;
  };
  const bodies = [
    async ({ io }: World) => void await Promise.race([io("a"), accept()]),
    function* ({ io }: World) {
      accept();
      yield* io("a");
    },
  ];
  for (const body of bodies) {
    const [first, operation, place] = (await errorOf(() => explore(body)))
      .split("\n");
    assertEquals(
      [first, operation],
      [
        "Error: Body waits for something real, which no schedule delivers; let it go through io()",
        "  op_net_accept_tcp",
      ],
    );
    assertMatch(place!, /bad_input_test\.ts:/);
  }
  for (const listener of listeners) listener.close();
  await Promise.all(accepts);
});

Deno.test("a real timer is told even where no run waits for it", async () => {
  const timers: ReturnType<typeof realTimeout>[] = [];
  assertEquals(
    await errorOf(() =>
      explore(async ({ io }) => {
        timers.push(realTimeout(() => {}, 60_000));
        await io("a");
      })
    ),
    "Error: Body waits for something real, which no schedule delivers; let it go through io()",
  );
  for (const timer of timers) clearTimeout(timer);
});

Deno.test("the I/O and the timers of others don't concern an exploration", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  let going = true;
  const others = (async () => {
    while (going) {
      const { port } = listener.addr as Deno.NetAddr;
      const accepted = listener.accept();
      (await Deno.connect({ hostname: "127.0.0.1", port })).close();
      (await accepted).close();
      await new Promise((wake) => realTimeout(wake, 1));
    }
  })();
  const { schedules } = await explore(async ({ io }) => {
    await Promise.all(["a", "b", "c", "d", "e", "f"].map((name) => io(name)));
  }, { reduce: false });
  going = false;
  await others;
  listener.close();
  assertEquals(schedules, 9_360);
});

Deno.test("a body that leaves something real in flight is told when that asks too late", async () => {
  assertEquals(
    await errorOf(() =>
      explore(async ({ io, choose }) => {
        choose("many", Array.from({ length: 1e5 }));
        realTimeout(() => void io("late"), 0);
        await io("a");
      }, { schedules: Infinity })
    ),
    "Error: Body waits for something real, which no schedule delivers; let it go through io()",
  );
});

Deno.test("a check that fails when the run is over is an error, one that holds is none", async () => {
  let kept: World | undefined;
  for (
    const body of [
      async (world: World) => {
        kept = world;
        await world.io("a");
      },
      function* (world: World) {
        kept = world;
        yield* world.io("a");
      },
    ]
  ) {
    await explore(body);
    kept!.check(true);
    assertThrows(
      () => kept!.check(false, "balance is 5"),
      Error,
      'Run is over; check() came too late for it, with "balance is 5"; let the body wait for what checks',
    );
  }
});

Deno.test("a check that comes too late tells the search, even where the error is caught", async () => {
  assertEquals(
    await errorOf(() =>
      explore(async ({ io, choose, check }) => {
        choose("many", Array.from({ length: 1e5 }));
        realTimeout(() => {
          try {
            check(false);
          } catch {
            // Whoever catches everything would not hear of it.
          }
        }, 0);
        await io("a");
      }, { schedules: Infinity })
    ),
    "Error: Body waits for something real, which no schedule delivers; let it go through io()",
  );
});

Deno.test("a body that hangs is a deadlock", async () => {
  const error = await assertRejects(
    () =>
      explore(async ({ io }) => {
        await io("a");
        await new Promise(() => {});
      }),
    ScheduleError,
  );
  assertEquals(error.cause instanceof DeadlockError, true);
  assertEquals(error.schedule, "0");
});

Deno.test("a run without end is stopped, and the limit is named", async () => {
  const error = await assertRejects(
    () =>
      explore(async ({ io }) => {
        for (;;) await io("again");
      }, { steps: 50 }),
    ScheduleError,
  );
  assertMatch(
    error.message,
    /Run is not over after 50 decisions; it may go round for ever, or needs a higher limit: steps/,
  );
});

for (
  const [schedule, message] of [
    [
      "2.0",
      'Schedule "2.0" is not of this body: decision 1 is 2, where the body waits for one of 2 pending completions, 0 to 1: a, b',
    ],
    [
      "1.1",
      'Schedule "1.1" is not of this body: decision 2 is 1, where the body waits for the one pending completion, 0: a',
    ],
    [
      "v1.0",
      'Schedule "v1.0" is not of this body: decision 1 is v1, where the body waits for one of 2 pending completions, 0 to 1: a, b',
    ],
    [
      "0.0.0",
      'Schedule "0.0.0" is not of this body: the body is over after 2 of 3 decisions',
    ],
  ] as const
) {
  Deno.test(`the schedule ${schedule} of another body is refused where it stops fitting`, async () => {
    assertEquals(
      await errorOf(() => replay(readTwice, schedule)),
      `RangeError: ${message}`,
    );
  });
}

Deno.test("a value where the body asks for none, and none where it asks", async () => {
  const body = async ({ io, choose }: World) => {
    choose("which", ["x", "y"]);
    await io("a", { faults: ["lost"] }).catch(() => {});
  };
  for (
    const [schedule, wanted] of [
      ["0", "decision 1 is 0, where the body waits for a value, v0 to v1"],
      ["v2", "decision 1 is v2, where the body waits for a value, v0 to v1"],
      [
        "v1.0.f2",
        "decision 3 is f2, where the body waits for a fault or none, f0 to f1",
      ],
    ] as const
  ) {
    assertEquals(
      await errorOf(() => replay(body, schedule)),
      `RangeError: Schedule "${schedule}" is not of this body: ${wanted}`,
    );
  }
});

Deno.test("a schedule that ends early goes on first in, first out", async () => {
  const body = async ({ io }: World) => {
    let order = "";
    await Promise.all(
      ["a", "b", "c"].map((name) => io(name).then(() => order += name)),
    );
    return order;
  };
  assertEquals(await replay(body, ""), "abc");
  assertEquals(await replay(body, "1"), "bac");
  assertEquals(await replay(body, "2+0"), "cab");
});
