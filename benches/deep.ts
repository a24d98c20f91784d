/**
 * Switches at the bottom of five calls.
 *
 * A generator that waits inside of others is resumed from the outside: each
 * `next` passes through every `yield*` on the way. An async function is resumed
 * where it waits, however deep that is. So in the first case depth is paid for
 * at every switch, and that is the price of coroutines which a program steps by
 * itself. In the second case every switch is a call of its own, five deep; there
 * async functions pay, for a promise and a turn of the queue at each level.
 *
 * @module
 */

import { type Coroutine, gather, run, sleep } from "../mod.ts";
import type { Bench } from "./harness.ts";
import * as peers from "./peers.ts";

const DEPTH = 5;

export const deep: Bench = {
  name: "deep",
  about: "switches of 2 tasks at the bottom of 5 nested calls",
  cases: [
    {
      name: "a loop at the bottom",
      size: 1_000_000,
      unit: "ms",
      proof: (size) => size,
      ours: {
        name: "loopbook",
        prepare: (size) => () =>
          run(function* () {
            return total(
              yield* gather([
                loopBelow(DEPTH, size / 2),
                loopBelow(DEPTH, size / 2),
              ]),
            );
          }),
      },
      peers: [
        {
          name: "async functions",
          prepare: (size) => async () =>
            total(
              await Promise.all([
                loopBelowAsync(DEPTH, size / 2),
                loopBelowAsync(DEPTH, size / 2),
              ]),
            ),
        },
        {
          name: peers.EFFECT,
          oneIn: 10,
          async prepare(size) {
            const { Effect } = await peers.loadEffect();
            const loopBelow = (
              depth: number,
            ): ReturnType<typeof Effect.gen<never, number>> =>
              Effect.gen(function* () {
                if (depth > 0) return yield* loopBelow(depth - 1);
                let done = 0;
                for (; done < size / 2; done++) yield* Effect.yieldNow;
                return done;
              });
            const all = Effect.all([loopBelow(DEPTH), loopBelow(DEPTH)], {
              concurrency: "unbounded",
            });
            return async () => total(await Effect.runPromise(all));
          },
        },
      ],
    },
    {
      name: "five calls for each switch",
      size: 200_000,
      unit: "ms",
      proof: (size) => size,
      ours: {
        name: "loopbook",
        prepare: (size) => () =>
          run(function* () {
            return total(
              yield* gather([callEach(size / 2), callEach(size / 2)]),
            );
          }),
      },
      peers: [
        {
          name: "async functions",
          prepare: (size) => async () =>
            total(
              await Promise.all([
                callEachAsync(size / 2),
                callEachAsync(size / 2),
              ]),
            ),
        },
      ],
    },
  ],
};

/** How often both tasks together gave way. */
function total(switches: readonly number[]): { proof: number } {
  return { proof: switches.reduce((sum, done) => sum + done, 0) };
}

function* loopBelow(depth: number, switches: number): Coroutine<number> {
  if (depth > 0) return yield* loopBelow(depth - 1, switches);
  let done = 0;
  for (; done < switches; done++) yield* sleep(0);
  return done;
}

async function loopBelowAsync(
  depth: number,
  switches: number,
): Promise<number> {
  if (depth > 0) return await loopBelowAsync(depth - 1, switches);
  let done = 0;
  for (; done < switches; done++) await null;
  return done;
}

function* callEach(switches: number) {
  let done = 0;
  for (; done < switches; done++) yield* descend(DEPTH);
  return done;
}

function* descend(depth: number): Coroutine<void> {
  if (depth > 0) return yield* descend(depth - 1);
  yield* sleep(0);
}

async function callEachAsync(switches: number) {
  let done = 0;
  for (; done < switches; done++) await descendAsync(DEPTH);
  return done;
}

async function descendAsync(depth: number): Promise<void> {
  if (depth > 0) return await descendAsync(depth - 1);
  await null;
}
