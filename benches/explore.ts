/**
 * Exploring: schedules per second, on models of published race bugs.
 *
 * The measure is an explorer without any features, which runs promise jobs the
 * same way. The same models are coroutines in the second half, where no promise is
 * made and the host is not asked; their measure is the kit itself on native code.
 *
 * The trees are small, so a round goes through each many times: the body first
 * lets the schedule choose a number that it does not use.
 *
 * @module
 */

import { type Body, survey, type World } from "../mod.ts";
import { RACE_COROUTINES } from "../tests/testing/races/coroutines.ts";
import { type Race, RACES } from "../tests/testing/races/races.ts";
import type { Bench, Case, DenoContestant } from "./harness.ts";
import { exploreNaively, type NaiveWorld } from "./naive_explorer.ts";

/** About so many schedules are run in a round. */
const SCHEDULES = 50_000;

export const explore: Bench = {
  name: "explore",
  about: "every schedule of models of race bugs, native and as coroutines",
  cases: [
    ...RACES.map(asNative),
    ...RACES.map(asCoroutines),
  ],
};

function asNative(race: Race): Case {
  return {
    ...about(race),
    name: race.name,
    ours: exploring("loopbook", race, (times) => (world) => {
      world.choose("time", times);
      return race.broken(world);
    }),
    peers: [
      { ...naive(race), goal: 0.5 },
      { ...withFastCheck(race), goal: 10, oneIn: 20 },
    ],
  };
}

function asCoroutines(race: Race): Case {
  const body = RACE_COROUTINES[race.name]!;
  return {
    ...about(race),
    name: `${race.name}, coroutines`,
    ours: exploring("loopbook", race, (times) =>
      function* (world: World) {
        world.choose("time", times);
        yield* body(world);
      }),
    peers: [{
      ...exploring("the same as native code", race, (times) => (world) => {
        world.choose("time", times);
        return race.broken(world);
      }),
      goal: 2,
    }],
  };
}

/** A round's size is how many times the tree is gone through. */
function about({ batch: [_, all] }: Race) {
  return {
    size: Math.ceil(SCHEDULES / all),
    unit: "ms" as const,
    proof: (size: number) => size * all,
  };
}

function exploring(
  name: string,
  { name: race, batch: [failing] }: Race,
  bodyOf: (times: readonly number[]) => Body,
): DenoContestant {
  return {
    name,
    prepare: (size) => {
      const body = bodyOf(Array.from({ length: size }, (_, time) => time));
      return async () => {
        const { schedules, failures } = await survey(body, {
          schedules: Infinity,
          reduce: false,
        });
        checkFailures(race, failures, failing * size);
        return { proof: schedules };
      };
    },
  };
}

function naive({ name, broken, batch: [failing] }: Race): DenoContestant {
  return {
    name: "naive explorer",
    prepare: (size) => () =>
      new Promise((resolve, reject) => {
        const { core } = (Deno as unknown as DenoInside)[
          (Deno as unknown as DenoInside).internal
        ]!;
        setTimeout(() => {
          try {
            let proof = 0;
            for (let time = 0; time < size; time++) {
              const { schedules, failures } = exploreNaively(
                broken as unknown as (world: NaiveWorld) => Promise<unknown>,
                core.runMicrotasks,
              );
              checkFailures(name, failures, failing);
              proof += schedules;
            }
            resolve({ proof });
          } catch (error) {
            reject(error);
          }
        });
      }),
  };
}

/** As many schedules, drawn at random: it has no other way. */
function withFastCheck({ broken, batch: [_, all] }: Race): DenoContestant {
  return {
    name: "fast-check 4.10.2",
    async prepare(size) {
      const { default: fc } = await import("npm:fast-check@4.10.2");
      return async () => {
        let proof = 0;
        await fc.assert(
          fc.asyncProperty(fc.scheduler(), async (scheduler) => {
            const io = (label: string) =>
              scheduler.schedule(Promise.resolve(), label);
            const world = { io, check() {} } as unknown as World;
            broken(world).catch(() => {});
            await scheduler.waitIdle();
            proof++;
          }),
          { numRuns: size * all, seed: 1 },
        );
        return { proof };
      };
    },
  };
}

function checkFailures(race: string, actual: number, expected: number): void {
  if (actual === expected) return;
  throw new Error(`${race}: ${actual} schedules failed, not ${expected}`);
}

/** Where Deno keeps what runs its promise jobs. */
interface DenoInside {
  readonly internal: symbol;
  readonly [key: symbol]: { readonly core: { runMicrotasks(): void } };
}
