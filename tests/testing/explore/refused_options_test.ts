import { assertEquals } from "@std/assert";
import {
  explore,
  type ExploreOptions,
  replay,
  type World,
} from "../../../mod.ts";
import { survey } from "../../../src/testing/explore/survey.ts";
import { errorOf } from "../error_of.ts";
import { readTwice } from "../read_twice.ts";

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
