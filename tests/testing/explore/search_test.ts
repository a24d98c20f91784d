import { assert, assertEquals, assertMatch, assertRejects } from "@std/assert";
import {
  type Coroutine,
  Event,
  explore,
  ScheduleError,
  type World,
} from "../../../mod.ts";
import { survey } from "../../../src/testing/explore/survey.ts";
import { replayRulesOf } from "../../../src/testing/explore/options.ts";
import { parseSchedule } from "../../../src/testing/schedules/schedule.ts";
import { onStage } from "../../../src/testing/runs/stage.ts";

/** Sends two messages; a failure of the second is nobody's business. */
async function sendTwice({ io }: World) {
  const order: string[] = [];
  const send = async (name: string) => {
    await io(name);
    order.push(name);
    if (order.length === 1 && name === "second") {
      void Promise.reject(new Error("second before first"));
    }
  };
  await Promise.all([send("first"), send("second")]);
}

Deno.test("a rejection that nobody handles is traced to its schedule", async () => {
  const error = await assertRejects(
    () => explore(sendTwice, { delivery: "single" }),
    ScheduleError,
  );
  assertEquals(error.schedule, "1.0");
  assertMatch(error.message, /^second before first\n/);
});

Deno.test("of many schedules each one with a rejection is counted", async () => {
  const { failures, schedules, outcomes } = await survey(
    async (world) => {
      world.choose("which", Array.from({ length: 50 }));
      await sendTwice(world);
    },
    { delivery: "single" },
  );
  assertEquals([failures, schedules], [50, 100]);
  assert(outcomes.has("rejection: Error: second before first"));
});

Deno.test("a rejection that is handled later is no failure", async () => {
  await explore(async ({ io }) => {
    const failing = io("a").then(() => Promise.reject(new Error("no")));
    await io("b");
    await failing.catch(() => {});
  });
});

for (
  const [what, body, difference] of [
    [
      "in how much it waits for",
      () => {
        let runs = 0;
        return async ({ io }: World) => {
          const names = runs++ === 0 ? ["a", "b"] : ["a", "b", "c"];
          await Promise.all(names.map((name) => io(name)));
        };
      },
      'decision 1 offered 4 ways, the last of them to do with "b"; now it offers 9, the last to do with "c"',
    ],
    [
      "in what it waits for",
      () => {
        let runs = 0;
        return async ({ io }: World) => {
          await Promise.all([io("a"), io(`b${runs++}`)]);
        };
      },
      'decision 1 offered 4 ways, the last of them to do with "b0"; now it offers 4, the last to do with "b1"',
    ],
    [
      "in how far it goes",
      () => {
        let runs = 0;
        return async ({ io, choose }: World) => {
          await io("a");
          if (runs++ === 0) choose("which", [1, 2]);
        };
      },
      "decision 2 offered 2 ways; now the run ends before it",
    ],
    [
      "in what it chooses",
      () => {
        let runs = 0;
        return async ({ choose, io }: World) => {
          try {
            choose("which", [1, 2, 3].slice(runs++ % 2));
          } catch {
            // Not the body's to catch.
          }
          await io("a");
        };
      },
      'decision 1 offered 3 ways, the last of them to do with "choose"; now it offers 2, the last to do with "choose"',
    ],
    [
      "in whether it fails",
      () => {
        let runs = 0;
        return async ({ io, check }: World) => {
          await Promise.all([io("a"), io("b")]);
          check(++runs !== 3, "the third time");
        };
      },
      '"0+1": first violation: the third time, then returned',
    ],
    [
      "in what it waits for when it fails",
      () => {
        let runs = 0;
        return async ({ io, check }: World) => {
          await io(`a${runs++}`);
          check(runs !== 1, "early");
        };
      },
      '"0": decision 1 was a1 of a1, then a2 of a2',
    ],
  ] as const
) {
  Deno.test(`a body that behaves differently ${what} is told at which decision`, async () => {
    const error = await assertRejects(() => explore(body()), Error);
    assertEquals(error.name, "NondeterminismError");
    assertEquals(
      error.message.replace(/^Body behaves .*? schedule:? /, "").split(
        "; look ",
      )[0],
      difference,
    );
  });
}

Deno.test("a body that fails in one or two runs only is told to be nondeterministic", async () => {
  for (const first of [1, 2, 3, 4, 5, 6]) {
    for (const count of [1, 2]) {
      let runs = 0;
      const error = await assertRejects(
        () =>
          explore(async ({ io, check }) => {
            const run = ++runs;
            await Promise.all([io("a"), io("b"), io("c")]);
            check(run < first || run >= first + count, "flaky");
          }, { delivery: "single" }),
        Error,
        "first violation",
      );
      assertEquals(error.name, "NondeterminismError");
    }
  }
});

Deno.test("a body that hangs in two runs only is told to be nondeterministic", async () => {
  const hanging = () => {
    let runs = 0;
    return () => ++runs <= 2;
  };
  const [first, second] = [hanging(), hanging()];
  for (
    const body of [
      async ({ io }: World) => {
        await io("a");
        if (first()) await new Promise(() => {});
      },
      function* ({ io }: World): Coroutine<void> {
        yield* io("a");
        if (second()) yield* new Event().wait();
      },
    ]
  ) {
    const error = await assertRejects(
      () => explore(body, { shrink: false }),
      Error,
      "first deadlock, then returned",
    );
    assertEquals(error.name, "NondeterminismError");
  }
});

Deno.test("a schedule is run again with everything that happened", async () => {
  await onStage(
    "test",
    sendTwice,
    replayRulesOf({}),
    async (stage) => {
      const recorded = await stage.record(parseSchedule("1.0"));
      assertEquals(recorded.failure?.kind, "rejection");
      assertEquals(
        recorded.events.map((event) =>
          event.kind === "pending"
            ? `${event.completion.label} is pending`
            : event.kind === "decision"
            ? `${event.label} of ${event.pending.length}`
            : event.kind
        ),
        [
          "first is pending",
          "second is pending",
          "second of 2",
          "first of 1",
          "settled",
        ],
      );
      for (const event of recorded.events) {
        if (event.kind !== "pending") continue;
        assertMatch(
          event.completion.origin ?? "",
          /search_test\.ts:\d+:\d+$/,
        );
      }
      const misfit = await stage.run(parseSchedule("0.0.0"));
      assertEquals(misfit.schedule.length, 2);
      assertEquals((await stage.run(parseSchedule("7"))).misfit?.position, 0);
    },
  );
});

Deno.test("the host is as it was after a search that failed", async () => {
  const { setTimeout: before, Date: clock } = globalThis;
  await assertRejects(() => explore(sendTwice), ScheduleError);
  assertEquals(globalThis.setTimeout === before, true);
  assertEquals(globalThis.Date === clock, true);
});
