import { assert, assertEquals, assertRejects } from "@std/assert";
import { explore, ScheduleError, type World } from "../../../mod.ts";
import type { Chooser } from "../../../src/testing/schedules/chooser.ts";
import type { Pending } from "../../../src/testing/schedules/pending.ts";
import { onStage } from "../../../src/testing/runs/stage.ts";
import { Exhaustive } from "../../../src/testing/schedules/exhaustive.ts";
import { planOf } from "../../../src/testing/explore/options.ts";
import { runOnce } from "../../../src/testing/runs/run_once.ts";
import { departures } from "../../../src/testing/schedules/schedule.ts";
import { shrink } from "../../../src/testing/failures/shrink.ts";

type Body = (world: World) => Promise<void>;

/** A small generator of numbers (mulberry32): tests want the same every time. */
function numbers(seed: number): (below: number) => number {
  return (below) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/**
 * Tasks that append their number to a log at each of their steps, ask for a
 * value now and then, and fail when the log is one of some.
 */
function randomBody(seed: number): Body {
  const next = numbers(seed);
  const steps = Array.from({ length: 2 + next(2) }, () => 1 + next(2));
  const asks = next(3) === 0;
  const modulus = 2 + next(6);
  const remainder = next(modulus);
  return async ({ io, check, choose }) => {
    let log = 1;
    async function task(number: number): Promise<void> {
      for (let step = 0; step < steps[number]!; step++) {
        await io(`task ${number}`);
        log = (log * 31 + number) % 1009;
      }
    }
    await Promise.all(steps.map((_, number) => task(number)));
    if (asks && choose("add?", [false, true])) log++;
    check(log % modulus !== remainder, "the log is wrong");
  };
}

/** Answers as another does, and counts how often it departs. */
class Counting implements Chooser {
  departures = 0;
  readonly #walk: Exhaustive;

  constructor(walk: Exhaustive) {
    this.#walk = walk;
  }

  begin(): void {
    this.departures = 0;
    this.#walk.begin();
  }

  deliver(ready: readonly Pending[], order: number[]): boolean {
    const goesOn = this.#walk.deliver(ready, order);
    if (order.join() !== "0") this.departures++;
    return goesOn;
  }

  value(options: number): number {
    return this.#count(this.#walk.value(options));
  }

  fault(faults: number): number {
    return this.#count(this.#walk.fault(faults));
  }

  #count(answer: number): number {
    if (answer !== 0) this.departures++;
    return answer;
  }
}

/** The fewest departures of all failing schedules, by going through them. */
function fewestByForce(body: Body): Promise<number> {
  const plan = planOf({ reduce: false });
  return onStage("test", body, plan, ({ runs, driver }) => {
    const walk = new Exhaustive(plan);
    const counting = new Counting(walk);
    return driver.drive((function* () {
      let fewest = Infinity;
      do {
        yield* runOnce(runs, counting);
        if (runs.failed === null) continue;
        fewest = Math.min(fewest, counting.departures);
      } while (walk.next());
      return fewest;
    })());
  });
}

function parse(error: ScheduleError) {
  return error.shrunk.split(".").filter((part) =>
    part !== "" && part.replace(/^[vf]/, "") !== "0"
  ).length;
}

Deno.test("no failing schedule departs less often than the shrunk one: random programs, by brute force", async () => {
  let failing = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const body = randomBody(seed);
    const fewest = await fewestByForce(body);
    if (fewest === Infinity) {
      assert((await explore(body)).exhausted, `seed ${seed}`);
      continue;
    }
    failing++;
    const error = await assertRejects(
      () => explore(body, { reduce: false }),
      ScheduleError,
    );
    assertEquals(parse(error), fewest, `seed ${seed}: ${error.shrunk}`);
  }
  assert(failing > 15, `only ${failing} of the programs fail at all`);
});

Deno.test("a search for the fewest that takes too long gives way to taking departures back", async () => {
  const body: Body = async ({ io, check }) => {
    const order: number[] = [];
    await Promise.all([0, 1, 2, 3, 4].map(async (number) => {
      await io(`task ${number}`);
      order.push(number);
    }));
    check(order[0] !== 4, "the last came first");
  };
  const plan = planOf({ delivery: "single" });
  const spelled = [4, 3, 2, 1, 0].map((place) => ({
    kind: "deliver" as const,
    order: [place],
  }));
  await onStage("test", body, plan, async (stage) => {
    const { kind } = (await stage.record(spelled)).failure!;
    const { runs, rejections, driver } = stage;
    const shrunk = await driver.drive(
      shrink({ runs, rejections, limits: plan, schedule: spelled, kind }, 0),
    );
    assertEquals(shrunk.fewest, false);
    const { schedule, failure } = await stage.recordPlanned(shrunk.chooser);
    assertEquals(departures(schedule), 1);
    assertEquals(failure?.kind, "violation");
  });
});

Deno.test("a failure is not shrunk into one of another kind", async () => {
  // First in, first out throws; the hang needs one departure.
  const body: Body = async ({ io }) => {
    let first = "";
    const come = async (name: string) => {
      await io(name);
      first ||= name;
    };
    await Promise.all([come("a"), come("b")]);
    if (first === "a") return;
    await new Promise(() => {});
  };
  const error = await assertRejects(() => explore(body), ScheduleError);
  assertEquals([error.kind, error.shrunk], ["deadlock", "1"]);
});

Deno.test("shrink: false leaves the schedule as it was found", async () => {
  const body: Body = async ({ io, check }) => {
    const order: string[] = [];
    const come = async (name: string) => {
      await io(name);
      order.push(name);
    };
    await Promise.all(["a", "b", "c"].map(come));
    check(order.join("") !== "cba", "all the wrong way round");
  };
  const error = await assertRejects(
    () => explore(body, { shrink: false, delivery: "single" }),
    ScheduleError,
  );
  assertEquals([error.schedule, error.shrunk], ["2.1.0", "2.1"]);
});

Deno.test("a fault and a value count as departures, and are taken back when they can be", async () => {
  const body: Body = async ({ io, check, choose }) => {
    const read = io(() => Promise.resolve("text"), {
      label: "read",
      faults: ["disk on fire"],
    });
    const retry = choose("retry?", [true, false]);
    const text = await read().catch(() => retry ? read() : "lost");
    check(text === "text", `the text is ${text}`);
  };
  const error = await assertRejects(() => explore(body), ScheduleError);
  assertEquals(error.shrunk, "v1.0.f1");
});
