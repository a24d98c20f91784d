import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  type Body,
  type Coroutine,
  explore,
  gather,
  Lock,
  replay,
  ScheduleError,
  type World,
} from "../../../mod.ts";
import { drawWaits } from "../../../src/testing/failures/wait_for_graph.ts";
import { twoLocks } from "../hanging.ts";

async function failureOf(body: Body): Promise<ScheduleError> {
  return await assertRejects(() => explore(body), ScheduleError);
}

/** Places in files are the machine's affair. */
function withoutPlaces(text: string): string {
  return text.replaceAll(/file:\S*\/(\w+\.ts):\d+:\d+/g, "$1");
}

Deno.test("the message says what broke, how little it takes, and draws both runs", async () => {
  const error = await failureOf(async ({ io, check }) => {
    let shown = "";
    const search = async (words: string) => {
      await io(`fetch ${words}`);
      shown = words;
    };
    await Promise.all([search("re"), search("react")]);
    check(shown === "react", `the page shows the answer to "${shown}"`);
  });
  assertEquals(
    error.message,
    `the page shows the answer to "re"

  It takes 1 departure from first in, first out; no fewer will do.
  Found under schedule 2.

       fails                                passes
    1  fetch react, before fetch re       │ fetch re
    2  fetch re                           │ fetch react
       ✗ the page shows the answer to     │ ✓ returned
         "re"                             │

  See it again:
    replay(body, "1")`,
  );
});

Deno.test("completions of one label are told apart by numbers", async () => {
  const { timeline } = await failureOf(async ({ io, check }) => {
    let rows = 0;
    const insert = async () => {
      await io("find");
      const found = rows > 0;
      await io("insert");
      if (!found) rows++;
    };
    await Promise.all([insert(), insert()]);
    check(rows === 1, "two rows");
  });
  for (const name of ["find #1", "find #2", "insert #1", "insert #2"]) {
    assert(timeline.includes(name), timeline);
  }
});

Deno.test("a hang of native code tells who waits for what, and where both stand", async () => {
  const error = await failureOf(twoLocks);
  const [, waits = ""] = withoutPlaces(error.message).split("whom:\n");
  assertEquals(error.kind, "deadlock");
  for (
    const wait of [
      "Mutex.lock(), 2 of them, ──▶ Promise.withResolvers(), made at hanging.ts\n        since hanging.ts",
      "transfer(), 2 of them, ──▶ Mutex.lock()\n        since hanging.ts",
    ]
  ) assert(waits.includes(wait), waits);
});

Deno.test("a hang of coroutines tells the tasks and the locks they wait for", async () => {
  const error = await failureOf(function* ({ io }: World) {
    const [a, b] = [new Lock(), new Lock()];
    function* transfer(from: Lock, to: Lock): Coroutine<void> {
      yield* io("start");
      yield* from.acquire();
      yield* io("between");
      yield* to.acquire();
      to.release();
      from.release();
    }
    yield* gather([transfer(a, b), transfer(b, a)]);
  });
  assertEquals(error.kind, "deadlock");
  const [, waits = ""] = error.message.split("whom:\n");
  assert(/Task-\d+ ──▶/.test(waits), error.message);
});

Deno.test("a circle of waits is drawn first, and in its order", () => {
  const wait = (waiter: string, holder: string | null) => ({
    waiter,
    target: `lock of ${holder}`,
    holder,
    origin: null,
  });
  assertEquals(
    drawWaits([wait("dora", "ann"), wait("ann", "bob"), wait("bob", "ann")]),
    [
      "In a circle: ann → bob → ann",
      "ann ──▶ lock of bob",
      "bob ──▶ lock of ann",
      "dora ──▶ lock of ann",
    ],
  );
});

Deno.test("a long run is shown around the first difference, and at its end", async () => {
  const { timeline } = await failureOf(async ({ io, check }) => {
    for (let n = 0; n < 60; n++) await io(`step ${n}`);
    let last = "";
    const come = async (name: string) => {
      await io(name);
      last = name;
    };
    await Promise.all([come("a"), come("b")]);
    check(last === "b", `${last} came last`);
  });
  const lines = timeline.split("\n");
  assert(lines.length < 50, `${lines.length} lines`);
  assert(lines.includes("     …"), timeline);
  assert(timeline.includes("✗ a came last"), timeline);
});

Deno.test("what fails in every way has no run beside it", async () => {
  const error = await failureOf(async ({ io, check }) => {
    await io("once");
    check(false, "never right");
  });
  assertEquals(
    error.timeline,
    "     fails\n  1  once\n     ✗ never right",
  );
});

Deno.test("a replay that fails tells the same story without a search", async () => {
  const body: Body = async ({ io }) => {
    await io("read");
    throw new TypeError("no such file");
  };
  const error = await assertRejects(() => replay(body, "0"), ScheduleError);
  assert(error.message.startsWith("no such file\n"), error.message);
  assert(!error.message.includes("Found under"), error.message);
  assert(error.cause instanceof TypeError);
});
