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
    proof: (size) => size * (size - 1) / 2,
    ours: {
      name: "loopbook",
      prepare: (size) => () =>
        run(function* () {
          let proof = 0;
          for (let number = 0; number < size; number++) {
            proof += yield* createTask(work(number));
          }
          return { proof };
        }),
    },
    peers: [
      {
        name: "await work()",
        goal: 1 / 4,
        prepare: (size) => async () => {
          let proof = 0;
          for (let number = 0; number < size; number++) {
            proof += await workAsync(number);
          }
          return { proof };
        },
      },
      {
        name: peers.CO,
        async prepare(size) {
          const co = await peers.loadCo();
          return () =>
            co(function* (): Generator<unknown, { proof: number }, number> {
              let proof = 0;
              for (let number = 0; number < size; number++) {
                proof += yield co(work, number);
              }
              return { proof };
            });
        },
      },
      {
        name: peers.REDUX_SAGA,
        oneIn: 10,
        async prepare(size) {
          const { runSaga, effects } = await peers.loadReduxSaga();
          // Whatever comes back from a yield: the types of sagas can't tell.
          type Reply = never;
          const main = function* (): Generator<
            unknown,
            { proof: number },
            Reply
          > {
            let proof = 0;
            for (let number = 0; number < size; number++) {
              const result: number = yield effects.join(
                yield effects.fork(work, number),
              );
              proof += result;
            }
            return { proof };
          };
          return () => runSaga({}, main).toPromise<{ proof: number }>();
        },
      },
      {
        name: peers.EFFECT,
        async prepare(size) {
          const { Effect, Fiber } = await peers.loadEffect();
          const main = Effect.gen(function* () {
            let proof = 0;
            for (let number = 0; number < size; number++) {
              const fiber = yield* Effect.forkChild(Effect.succeed(number));
              proof += yield* Fiber.join(fiber);
            }
            return { proof };
          });
          return () => Effect.runPromise(main);
        },
      },
      {
        name: peers.EFFECT_3,
        async prepare(size) {
          const { Effect, Fiber } = await peers.loadEffect3();
          const main = Effect.gen(function* () {
            let proof = 0;
            for (let number = 0; number < size; number++) {
              const fiber = yield* Effect.fork(Effect.succeed(number));
              proof += yield* Fiber.join(fiber);
            }
            return { proof };
          });
          return () => Effect.runPromise(main);
        },
      },
      {
        name: peers.EFFECTION,
        oneIn: 10,
        async prepare(size) {
          const { run, spawn } = await peers.loadEffection();
          return () =>
            run(function* () {
              let proof = 0;
              for (let number = 0; number < size; number++) {
                proof += yield* yield* spawn(() => work(number));
              }
              return { proof };
            });
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
