/**
 * Tasks one after another: make one, wait for its end, make the next. Only two
 * are ever alive, so this is the price of a task's beginning and end.
 *
 * Native `await work()` is no task at all: the function runs at once and nothing
 * is scheduled but the caller's own way on. It is here as the floor.
 *
 * @module
 */

import { createTask, run } from "../mod.ts";
import type { Bench } from "./harness.ts";
import * as peers from "./peers.ts";

export const oneByOne: Bench = {
  name: "one-by-one",
  about: "100,000 tasks, each made and joined before the next",
  cases: [{
    name: "spawn, join",
    size: 100_000,
    unit: "ms",
    ours: {
      name: "loopbook",
      prepare: (size) => () =>
        run(function* () {
          for (let number = 0; number < size; number++) {
            yield* createTask(work(number));
          }
        }),
    },
    peers: [
      {
        name: "await work()",
        goal: 1 / 4,
        prepare: (size) => async () => {
          for (let number = 0; number < size; number++) await workAsync(number);
        },
      },
      {
        name: peers.CO,
        async prepare(size) {
          const co = await peers.loadCo();
          return () =>
            co(function* () {
              for (let number = 0; number < size; number++) {
                yield co(work, number);
              }
            });
        },
      },
      {
        name: peers.REDUX_SAGA,
        oneIn: 10,
        async prepare(size) {
          const { runSaga, effects } = await peers.loadReduxSaga();
          const main = function* () {
            for (let number = 0; number < size; number++) {
              yield effects.join(yield effects.fork(work, number));
            }
          };
          return () => runSaga({}, main).toPromise();
        },
      },
      {
        name: peers.EFFECT,
        async prepare(size) {
          const { Effect, Fiber } = await peers.loadEffect();
          const main = Effect.gen(function* () {
            for (let number = 0; number < size; number++) {
              const fiber = yield* Effect.forkChild(Effect.succeed(number));
              yield* Fiber.join(fiber);
            }
          });
          return () => Effect.runPromise(main);
        },
      },
      {
        name: peers.EFFECT_3,
        async prepare(size) {
          const { Effect, Fiber } = await peers.loadEffect3();
          const main = Effect.gen(function* () {
            for (let number = 0; number < size; number++) {
              const fiber = yield* Effect.fork(Effect.succeed(number));
              yield* Fiber.join(fiber);
            }
          });
          return () => Effect.runPromise(main);
        },
      },
      {
        name: peers.EFFECTION,
        oneIn: 10,
        async prepare(size) {
          const { run, spawn } = await peers.loadEffection();
          return async () => {
            await run(function* () {
              for (let number = 0; number < size; number++) {
                yield* yield* spawn(() => work(number));
              }
            });
          };
        },
      },
      {
        name: "CPython asyncio",
        oneIn: 10,
        python: ["one_by_one.py", "asyncio"],
      },
      {
        name: "CPython uvloop",
        oneIn: 10,
        python: ["one_by_one.py", "uvloop"],
      },
    ],
  }],
};

function* work(number: number): Generator<never, number> {
  return number;
}

// deno-lint-ignore require-await -- an await would schedule something
async function workAsync(number: number) {
  return number;
}
