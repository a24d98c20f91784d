import { assertEquals, assertRejects } from "@std/assert";
import {
  explore,
  type ExploreOptions,
  replay,
  survey,
  virtual,
  type VirtualOptions,
} from "../../../mod.ts";
import { readTwice } from "../read_twice.ts";

/** What is no boolean, though it may be taken for one. */
const NO_BOOLEANS: readonly (readonly [value: unknown, shown: string])[] = [
  ["no", '"no"'],
  ["", '""'],
  [0, "number 0"],
  [1, "number 1"],
  [null, "null"],
  [{}, "an object of class Object"],
];

/** What is no number of things. */
const NO_COUNTS: readonly (readonly [value: unknown, shown: string])[] = [
  ["5", '"5"'],
  [NaN, "NaN"],
  [-1, "-1"],
  [0.5, "0.5"],
  [-Infinity, "-Infinity"],
  [null, "null"],
  [true, "boolean true"],
  [10n, "bigint 10"],
];

/** What is no text. */
const NO_TEXTS: readonly (readonly [value: unknown, shown: string])[] = [
  [5, "number 5"],
  [null, "null"],
  [true, "boolean true"],
  [["a"], "an object of class Array"],
];

type Case = readonly [option: string, value: unknown, message: string];

const cases: Case[] = [];
for (const option of ["shrink", "reduce", "leaks"]) {
  for (const [value, shown] of NO_BOOLEANS) {
    cases.push([
      option,
      value,
      `TypeError: ${option} must be true or false, not ${shown}`,
    ]);
  }
}
for (
  const [option, least] of [
    ["schedules", 1],
    ["batch", 1],
    ["faults", 0],
    ["steps", 1],
    ["depth", 1],
  ] as const
) {
  for (const [value, shown] of NO_COUNTS) {
    cases.push([
      option,
      value,
      `RangeError: ${option} must be a whole number of at least ${least}, not ${shown}`,
    ]);
  }
}
for (
  const [value, shown] of [
    ["7", '"7"'],
    [NaN, "number NaN"],
    [Infinity, "number Infinity"],
    [2 ** 53, "number 9007199254740992"],
    [null, "null"],
  ] as const
) {
  cases.push([
    "seed",
    value,
    `RangeError: seed must be an integer, not ${shown}`,
  ]);
}
for (
  const [value, shown] of [
    ["5", '"5"'],
    [NaN, "NaN"],
    [-1, "-1"],
    [null, "null"],
  ] as const
) {
  cases.push([
    "timeLimit",
    value,
    `RangeError: timeLimit must be a number of milliseconds above 0, not ${shown}`,
  ]);
}
for (const option of ["from", "checkpoint", "regressions", "name"]) {
  for (const [value, shown] of NO_TEXTS) {
    cases.push([
      option,
      value,
      `TypeError: ${option} must be a text, not ${shown}`,
    ]);
  }
}
for (const option of ["checkpoint", "regressions"]) {
  cases.push([
    option,
    "",
    `TypeError: ${option} must be the path of a file, not an empty text; leave it out to use none`,
  ]);
}
for (
  const [option, words] of [
    ["strategy", '"exhaustive", "random" or "pct"'],
    ["delivery", '"single" or "batch"'],
    ["timers", '"any" or "last"'],
  ] as const
) {
  for (const [value, shown] of [["Any", '"Any"'], ...NO_TEXTS] as const) {
    cases.push([
      option,
      value,
      `TypeError: ${option} must be ${words}, not ${shown}`,
    ]);
  }
}
for (
  const [value, message] of [
    [
      2,
      "TypeError: shard must be an object such as { index: 0, count: 4 }, not number 2",
    ],
    [
      null,
      "TypeError: shard must be an object such as { index: 0, count: 4 }, not null",
    ],
    [
      { index: 0, of: 4 },
      "TypeError: shard has no of; it is an object such as { index: 0, count: 4 }",
    ],
    [
      { index: 0 },
      "RangeError: shard.count must be a whole number of at least 1, not undefined",
    ],
    [
      { index: "0", count: 2 },
      'RangeError: shard.index must be a whole number from 0 to 1, as there are 2 shards; it is "0"',
    ],
    [
      { index: -1, count: 2 },
      "RangeError: shard.index must be a whole number from 0 to 1, as there are 2 shards; it is -1",
    ],
    [
      { index: NaN, count: 2 },
      "RangeError: shard.index must be a whole number from 0 to 1, as there are 2 shards; it is NaN",
    ],
  ] as const
) {
  cases.push(["shard", value, message]);
}

for (const [option, value, message] of cases) {
  Deno.test(`${option} is refused in explore, survey and replay: ${message}`, async () => {
    const options = { [option]: value } as ExploreOptions;
    for (
      const call of [
        () => explore(readTwice, options),
        () => survey(readTwice, options),
        () => replay(readTwice, "", options),
      ]
    ) {
      assertEquals(await messageOf(call), message);
    }
  });
}

Deno.test("every option of explore has a value that is refused", async () => {
  const listed = await messageOf(() =>
    explore(readTwice, { verbose: true } as ExploreOptions)
  );
  const [, names = ""] = listed.split("there are ");
  assertEquals(
    names.split(/, | and /).sort(),
    [...new Set(cases.map(([option]) => option))].sort(),
  );
});

Deno.test("options that are undefined are as those left out", async () => {
  const undefinedOptions = Object.fromEntries(
    cases.map(([option]) => [option, undefined]),
  );
  assertEquals(
    await explore(readTwice, undefinedOptions),
    await explore(readTwice),
  );
});

const refusedByVirtual: readonly Case[] = [
  ...NO_BOOLEANS.map(([value, shown]): Case => [
    "leaks",
    value,
    `TypeError: leaks must be true or false, not ${shown}`,
  ]),
  ...[["5", '"5"'], [NaN, "NaN"], [null, "null"], [true, "boolean true"]].map(
    ([value, shown]): Case => [
      "realTimeLimit",
      value,
      `RangeError: Invalid realTimeLimit: ${shown}; it must be a number of milliseconds from 0 on`,
    ],
  ),
  ...[["5", '"5"'], [NaN, "NaN"], [-1, "-1"], [null, "null"]].map(
    ([value, shown]): Case => [
      "steps",
      value,
      `RangeError: Invalid steps: ${shown}; at least 1 timer must be allowed to fire`,
    ],
  ),
  ...[[NaN, "NaN"], [9e15, "9000000000000000"], [null, "null"], [
    [],
    "an object of class Array",
  ]]
    .map(([value, shown]): Case => [
      "date",
      value,
      `RangeError: Invalid date: ${shown}; it must be a valid Date, or milliseconds since 1970`,
    ]),
  [
    "leak",
    true,
    "TypeError: virtual() has no option leak; did you mean leaks?",
  ],
  [
    "verbose",
    true,
    "TypeError: virtual() has no option verbose; there are date, realTimeLimit, steps and leaks",
  ],
];
for (const [option, value, message] of refusedByVirtual) {
  Deno.test(`virtual() refuses ${option}: ${message}`, async () => {
    const options = { [option]: value } as VirtualOptions;
    assertEquals(await messageOf(() => virtual(() => {}, options)), message);
  });
}

Deno.test("virtual() refuses options that are no object", async () => {
  assertEquals(
    await messageOf(() => virtual(() => {}, 1000 as VirtualOptions)),
    "TypeError: virtual() takes its options as an object such as { date: … }, not number 1000",
  );
});

/** An error's class and message. */
async function messageOf(call: () => Promise<unknown>): Promise<string> {
  const error = await assertRejects(call, Error);
  return `${error.name}: ${error.message}`;
}
