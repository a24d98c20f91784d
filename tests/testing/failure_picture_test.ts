import {
  assert,
  assertEquals,
  assertMatch,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import {
  type Body,
  type Coroutine,
  explore,
  type ExploreOptions,
  gather,
  ScheduleError,
} from "../../mod.ts";

/** Columns on a terminal: ideographs, full-width signs and emoji take two. */
function displayWidth(text: string): number {
  const wide =
    /\p{RGI_Emoji}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uff00-\uff60]/gv;
  return text.replace(wide, "xx").length;
}

async function failureOf(
  body: Body,
  options?: ExploreOptions,
): Promise<ScheduleError> {
  return await assertRejects(() => explore(body, options), ScheduleError);
}

Deno.test("the run beside it is the failing one without its last departure", async () => {
  const { timeline } = await failureOf(async ({ io, check }) => {
    let order = "";
    const step = async (name: string) => {
      await io(name);
      order += name;
    };
    await Promise.all(["a", "b", "c"].map(step));
    check(order !== "cba", "backwards");
  }, { delivery: "single" });
  assertEquals(
    timeline,
    [
      "     fails                                passes",
      "  1  c, before a and b                    c, before a and b",
      "  2  b, before a                        │ a",
      "  3  a                                  │ b",
      "     ✗ backwards                        │ ✓ returned",
    ].join("\n"),
  );
});

Deno.test("a result has the number of its call, also where it overtakes others", async () => {
  const bodies: Body[] = [
    async ({ io, check }) => {
      let given = 0;
      const ticket = io(function ticket() {
        return ++given;
      });
      const [first, second] = await Promise.all([ticket(), ticket()]);
      check(first < second, "the second came first");
    },
    function* ({ io, check }) {
      let given = 0;
      const ticket = io(function* ticket(): Coroutine<number> {
        return ++given;
      });
      const [first, second] = yield* gather([ticket(), ticket()]);
      check(first < second, "the second came first");
    },
  ];
  for (const body of bodies) {
    const { timeline } = await failureOf(body, { delivery: "single" });
    assertEquals(
      timeline,
      [
        "     fails                                passes",
        "  1  ticket() #2, before ticket() #1    │ ticket() #1",
        "  2  ticket() #1                        │ ticket() #2",
        "  3  ticket() returns #2                │ ticket() returns #1",
        "  4  ticket() returns #1                │ ticket() returns #2",
        "     ✗ the second came first            │ ✓ returned",
      ].join("\n"),
    );
  }
});

Deno.test("a run with a rejection that nobody handled does not stand there as one that passes", async () => {
  const { message, kind } = await failureOf(async ({ io }) => {
    io("lost").then(() => {
      throw new Error("unseen");
    });
    await io("work");
  });
  assertEquals(kind, "rejection");
  assertEquals(message.match(/✗ unseen/g)?.length, 1);
  assertStringIncludes(message, "│ ✓ returned");
});

Deno.test("wide characters take two columns, and labels can't move the cursor", async () => {
  const label = "東京の天気を調べるための長い名前の問い合わせをもう一度".repeat(
    2,
  );
  const { timeline } = await failureOf(async ({ io, check }) => {
    let last = "";
    const ask = async (name: string) => {
      await io(name);
      last = name;
    };
    await Promise.all([ask(label), ask("a\tb\n\x1b[31mred"), ask("👩‍👩‍👧")]);
    check(last === "👩‍👩‍👧", last);
  });
  const lines = timeline.split("\n");
  // deno-lint-ignore no-control-regex
  assert(lines.every((line) => !/[\x00-\x1f]/.test(line)));
  assert(lines.every((line) => displayWidth(line) <= 80), timeline);
  const bars = lines.filter((line) => line.includes("│"))
    .map((line) => displayWidth(line.slice(0, line.indexOf("│"))));
  assertEquals(new Set(bars).size, 1);
});

Deno.test("a leak says what is left over, and where it was made", async () => {
  const { message } = await failureOf(async ({ io }) => {
    setTimeout(function retry() {}, 50);
    setInterval(function beat() {}, 10);
    await io("work");
  }, { leaks: true });
  assertMatch(
    message,
    /What is left over:\n {4}setTimeout\(retry, 50\)\n {8}at \S*failure_picture_test\.ts:\d+:\d+/,
  );
  assertMatch(
    message,
    /setInterval\(beat, 10\)\n {8}at \S*failure_picture_test\.ts:\d+:\d+/,
  );
});

Deno.test("the cause of a broken check has the stack of the check", async () => {
  const { cause } = await failureOf(async ({ io, check }) => {
    await io("work");
    check(false, "broken");
  });
  const [first, second] = (cause as Error).stack!.split("\n");
  assertEquals(first, "Error: broken");
  assertMatch(second!, /failure_picture_test\.ts:\d+:\d+/);
});

Deno.test("a body that returns a promise of its own is told where that was made", async () => {
  const { message } = await failureOf(({ io }) => {
    io("work");
    return new Promise(() => {});
  });
  assertMatch(
    message,
    /body ──▶ a promise that nobody settles, made at \S*failure_picture_test\.ts/,
  );
});

Deno.test("names with brackets don't disturb the waits", async () => {
  const named = {
    async "waits (for ever)"() {
      await new Promise(() => {});
    },
  };
  const { message } = await failureOf(async ({ io }) => {
    await io("work");
    await named["waits (for ever)"]();
  });
  assertMatch(
    message,
    /waits \(for ever\)\(\) ──▶ a promise that nobody settles\n {8}since file:\S+\n/,
  );
});

Deno.test("a long schedule is told whole in the line that replays it, and nowhere else", async () => {
  const error = await failureOf(async ({ io, check }) => {
    let last = "";
    const count = async (name: string) => {
      for (let step = 0; step < 60; step++) {
        await io(name);
        last = name;
      }
    };
    await Promise.all([count("a"), count("b")]);
    check(last === "b", "a came last");
  }, { strategy: "random", seed: 3 });
  assertEquals(error.message.split(error.shrunk).length, 2);
  assert(error.schedule.length > 60);
  assert(!error.message.includes(error.schedule));
});

Deno.test("a run that never ends is told about without running it thousands of times", async () => {
  let steps = 0;
  const { kind, timeline } = await failureOf(async ({ io }) => {
    for (;; steps++) await io("poll");
  });
  assertEquals(kind, "steps");
  assert(steps < 500_000, `${steps} steps`);
  assertMatch(timeline, /^10000 {2}poll #10000$/m);
});

Deno.test("that a schedule can't be kept does not hide the failure", async () => {
  const { message } = await failureOf(async ({ io, check }) => {
    await io("work");
    check(false, "broken");
  }, { regressions: `${import.meta.dirname}/no/such/folder.json`, name: "it" });
  assertMatch(message, /^broken\n/);
  assertMatch(message, /It could not be kept:\n {4}\S*folder\.json: /);
});
