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
      ours: {
        name: "loopbook",
        prepare: (size) => () =>
          run(function* () {
            yield* gather([
              loopBelow(DEPTH, size / 2),
              loopBelow(DEPTH, size / 2),
            ]);
          }),
      },
      peers: [
        {
          name: "async functions",
          prepare: (size) => async () => {
            await Promise.all([
              loopBelowAsync(DEPTH, size / 2),
              loopBelowAsync(DEPTH, size / 2),
            ]);
          },
        },
        {
          name: peers.EFFECT,
          oneIn: 10,
          async prepare(size) {
            const { Effect } = await peers.loadEffect();
            const loopBelow = (
              depth: number,
            ): ReturnType<typeof Effect.gen<never, void>> =>
              Effect.gen(function* () {
                if (depth > 0) return yield* loopBelow(depth - 1);
                for (let i = 0; i < size / 2; i++) yield* Effect.yieldNow;
              });
            const all = Effect.all([loopBelow(DEPTH), loopBelow(DEPTH)], {
              concurrency: "unbounded",
              discard: true,
            });
            return () => Effect.runPromise(all);
          },
        },
      ],
    },
    {
      name: "five calls for each switch",
      size: 200_000,
      unit: "ms",
      ours: {
        name: "loopbook",
        prepare: (size) => () =>
          run(function* () {
            yield* gather([callEach(size / 2), callEach(size / 2)]);
          }),
      },
      peers: [
        {
          name: "async functions",
          prepare: (size) => async () => {
            await Promise.all([
              callEachAsync(size / 2),
              callEachAsync(size / 2),
            ]);
          },
        },
      ],
    },
  ],
};

function* loopBelow(depth: number, switches: number): Coroutine<void> {
  if (depth > 0) return yield* loopBelow(depth - 1, switches);
  for (let i = 0; i < switches; i++) yield* sleep(0);
}

async function loopBelowAsync(depth: number, switches: number): Promise<void> {
  if (depth > 0) return await loopBelowAsync(depth - 1, switches);
  for (let i = 0; i < switches; i++) await null;
}

function* callEach(switches: number) {
  for (let i = 0; i < switches; i++) yield* descend(DEPTH);
}

function* descend(depth: number): Coroutine<void> {
  if (depth > 0) return yield* descend(depth - 1);
  yield* sleep(0);
}

async function callEachAsync(switches: number) {
  for (let i = 0; i < switches; i++) await descendAsync(DEPTH);
}

async function descendAsync(depth: number): Promise<void> {
  if (depth > 0) return await descendAsync(depth - 1);
  await null;
}
