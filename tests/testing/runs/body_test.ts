import { assertEquals, assertMatch, assertRejects } from "@std/assert";
import {
  createTask,
  DeadlockError,
  explore,
  ScheduleError,
  sleep,
  type World,
} from "../../../mod.ts";
import { errorOf } from "../error_of.ts";

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

Deno.test("a body that doesn't wait for what it begins is told what that was", async () => {
  for (
    const body of [
      ({ io }: World) => Promise.resolve(void io("save")),
      function* ({ io }: World) {
        createTask(io("save")[Symbol.iterator]());
        yield* sleep(0);
      },
    ]
  ) {
    assertEquals(
      await errorOf(() => explore(body)),
      "Error: Nothing to explore: the body was over before save was delivered; let it wait for what it begins",
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
      "io of a class",
      ({ io }) => io(class Database {}),
      "TypeError: io() takes a label, a function or an object with async methods, not a class; hand over what new gives",
    ],
    [
      "a promise for a condition",
      ({ check }) => check(Promise.resolve(false)),
      "TypeError: check() takes a condition, and a promise is always true; wait for it first",
    ],
    [
      "a coroutine for a condition",
      ({ check }) => check(sleep(1, false)),
      "TypeError: check() takes a condition, and a coroutine is always true; wait for it first",
    ],
    [
      "a function for a condition",
      ({ check }) => check(() => false),
      "TypeError: check() takes a condition, and a function is always true; call it first",
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
      "a label that is no text",
      ({ io }) => io(async () => {}, { label: 5 as never }),
      'TypeError: io() takes a text for its label, not number 5: label: "read"',
    ],
    [
      "null for the faults of io",
      ({ io }) => io("a", { faults: null as never }),
      "TypeError: io() takes a list of faults, not null: faults: [error]",
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
