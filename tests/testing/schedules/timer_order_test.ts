import { assert, assertEquals } from "@std/assert";
import { explore, gather, sleep, type World } from "../../../mod.ts";
import { survey } from "../../../src/testing/explore/survey.ts";

/** What one strand of a program waits for, in turn: ms, or some I/O. */
type Strand = readonly (number | "io")[];

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Runs strands side by side and gives the order in which their waits ended. */
async function runStrands(strands: readonly Strand[], { io }: World) {
  const order: string[] = [];
  await Promise.all(strands.map(async (strand, number) => {
    for (const [step, each] of strand.entries()) {
      await (each === "io" ? io(`${number}`) : wait(each));
      order.push(`${number}:${step}`);
    }
  }));
  return order.join(" ");
}

/** The orders that a search finds. */
async function explored(strands: readonly Strand[]): Promise<string[]> {
  const { outcomes, exhausted } = await survey(
    (world) => runStrands(strands, world),
    { delivery: "single", schedules: Infinity },
  );
  assert(exhausted);
  return [...outcomes].map((each) => each.replace(/^returned "|"$/g, ""))
    .sort();
}

/** The orders that come of trying durations for all I/O, one after another. */
function simulated(strands: readonly Strand[]): string[] {
  // Longer than all timers together is later than anything else can be.
  const longest = strands.flat().reduce<number>(
    (sum, each) => each === "io" ? sum : sum + each,
    1,
  );
  const places = strands.flatMap((strand, number) =>
    strand.flatMap((each, step) => each === "io" ? [`${number}:${step}`] : [])
  );
  const orders = new Set<string>();
  const durations = new Map<string, number>();
  const tryAll = (place: number) => {
    if (place === places.length) {
      orders.add(simulate(strands, durations));
      return;
    }
    for (let half = 0; half <= 2 * longest; half++) {
      // Fractions of their own: no completion comes at the moment of another.
      durations.set(places[place]!, half / 2 + (place + 1) / 64);
      tryAll(place + 1);
    }
  };
  tryAll(0);
  return [...orders].sort();
}

function simulate(
  strands: readonly Strand[],
  durations: ReadonlyMap<string, number>,
): string {
  const ahead: { time: number; number: number; step: number }[] = [];
  const begin = (number: number, step: number, now: number) => {
    const each = strands[number]![step];
    if (each === undefined) return;
    const length = each === "io" ? durations.get(`${number}:${step}`)! : each;
    ahead.push({ time: now + length, number, step });
  };
  strands.forEach((_, number) => begin(number, 0, 0));
  const order: string[] = [];
  while (ahead.length > 0) {
    // The sort is stable: equal deadlines fire in the order of setting.
    const [next] = ahead.toSorted((a, b) => a.time - b.time);
    ahead.splice(ahead.indexOf(next!), 1);
    order.push(`${next!.number}:${next!.step}`);
    begin(next!.number, next!.step + 1, next!.time);
  }
  return order.join(" ");
}

const programs: readonly (readonly [string, readonly Strand[]])[] = [
  ["timers alone have one order", [[10], [5], [3, 4]]],
  ["equal deadlines fire in the order of setting", [[5], [2, 3], [5]]],
  ["I/O may come before or after any timer", [[10], ["io"]]],
  ["a timer set after I/O may be due first", [[20], ["io", 10]]],
  ["a timer set later and no shorter fires later", [[10], ["io", 10]]],
  ["what fired tells how long I/O took", [[16], ["io", 4, 8], [2]]],
  ["two unknown times", [["io", 2], ["io", 4], [8]]],
  ["knowledge is passed on", [[16], ["io", 4, 2], ["io", 8]]],
  ["I/O again and again", [["io", "io", 2], [4], [8, 16]]],
];

for (const [name, strands] of programs) {
  Deno.test(`${name}: a search finds the orders that some durations explain, no other`, async () => {
    assertEquals(await explored(strands), simulated(strands));
  });
}

Deno.test("of random programs too", async () => {
  let seed = 5;
  const below = (count: number) => {
    seed = seed * 48271 % 2147483647;
    return seed % count;
  };
  for (let round = 0; round < 60; round++) {
    // No two sums of different delays are equal.
    const delays = [2, 4, 8, 16];
    const strands = Array.from(
      { length: 2 + below(2) },
      (): Strand =>
        Array.from(
          { length: 1 + below(3) },
          () =>
            below(2) === 0
              ? "io"
              : delays.splice(below(delays.length), 1)[0] ?? "io",
        ),
    );
    if (strands.flat().filter((each) => each === "io").length > 2) continue;
    assertEquals(
      await explored(strands),
      simulated(strands),
      JSON.stringify(strands),
    );
  }
});

Deno.test("coroutines sleep in the same orders", async () => {
  const { outcomes } = await survey(function* ({ io, now }) {
    const order: string[] = [];
    function* short() {
      yield* io("read");
      yield* sleep(10);
      order.push(`short at ${now()}`);
    }
    function* long() {
      yield* sleep(20);
      order.push(`long at ${now()}`);
    }
    yield* gather([short(), long()]);
    return order.join(", ");
  }, { delivery: "single" });
  assertEquals([...outcomes].sort(), [
    'returned "long at 20, short at 20"',
    'returned "long at 20, short at 30"',
    'returned "short at 10, long at 20"',
  ]);
});

Deno.test("sleeps that end at one moment are one pass of the loop", async () => {
  const report = await explore(function* () {
    yield* gather([sleep(10), sleep(10), sleep(4)]);
  });
  assertEquals(report, {
    schedules: 1,
    exhausted: true,
    distinctOutcomes: 1,
    maxDepth: 2,
    decisions: 2,
  });
});

Deno.test("a timer that is called off is no decision", async () => {
  const report = await explore(async ({ io }) => {
    const timer = setTimeout(() => {}, 10);
    await io("read");
    clearTimeout(timer);
    await io("write");
  }, { delivery: "single" });
  assertEquals(report.schedules, 2);
});

Deno.test("an interval fires again and again, and the clock moves with it", async () => {
  const times: number[] = [];
  await explore(async ({ now }) => {
    times.length = 0;
    await new Promise<void>((resolve) => {
      const interval = setInterval(() => {
        times.push(now(), Date.now() % 1000, performance.now());
        if (times.length < 9) return;
        clearInterval(interval);
        resolve();
      }, 100);
    });
  });
  assertEquals(times, [100, 100, 100, 200, 200, 200, 300, 300, 300]);
});
