/**
 * A hundred thousand tasks at once: each gives way once and returns a number,
 * and somebody waits for all of them. It is the shape of every fan-out, and what
 * it costs is memory: all of them are alive at the same time.
 *
 * @module
 */

import { createTask, gather, run, sleep } from "../mod.ts";
import type { Bench, Contestant, Peer } from "./harness.ts";
import * as peers from "./peers.ts";

const gathered: Contestant = {
  name: "loopbook",
  prepare: (size) => () =>
    run(function* () {
      return sum(
        yield* gather(
          Array.from({ length: size }, (_, number) => work(number)),
        ),
      );
    }),
};

const created: Contestant = {
  name: "loopbook",
  prepare: (size) => () =>
    run(function* () {
      const tasks = Array.from(
        { length: size },
        (_, number) => createTask(work(number)),
      );
      const numbers: number[] = [];
      for (const task of tasks) numbers.push(yield* task);
      return sum(numbers);
    }),
};

const others: readonly Peer[] = [
  {
    name: "Promise.all",
    goal: 2,
    prepare: (size) => async () =>
      sum(
        await Promise.all(
          Array.from({ length: size }, (_, number) => workAsync(number)),
        ),
      ),
  },
  {
    name: peers.CO,
    async prepare(size) {
      const co = await peers.loadCo();
      return async () =>
        sum(
          await Promise.all(
            Array.from({ length: size }, (_, number) => co(yieldOnce, number)),
          ),
        );
    },
  },
  {
    name: peers.REDUX_SAGA,
    oneIn: 10,
    async prepare(size) {
      const { runSaga, effects } = await peers.loadReduxSaga();
      const main = function* (): Generator<unknown, unknown, number[]> {
        const calls = Array.from(
          { length: size },
          (_, number) => effects.call(yieldOnce, number),
        );
        return sum(yield effects.all(calls));
      };
      return () => runSaga({}, main).toPromise<{ proof: number }>();
    },
  },
  {
    name: `${peers.EFFECT} all, unbounded`,
    goal: 10,
    async prepare(size) {
      const { Effect } = await peers.loadEffect();
      const work = (number: number) => Effect.as(Effect.yieldNow, number);
      return async () =>
        sum(
          await Effect.runPromise(
            Effect.all(
              Array.from({ length: size }, (_, number) => work(number)),
              { concurrency: "unbounded" },
            ),
          ),
        );
    },
  },
  {
    name: `${peers.EFFECT} fork, join`,
    async prepare(size) {
      const { Effect, Fiber } = await peers.loadEffect();
      const work = (number: number) => Effect.as(Effect.yieldNow, number);
      const main = Effect.gen(function* () {
        const fibers = [];
        for (let number = 0; number < size; number++) {
          fibers.push(yield* Effect.forkChild(work(number)));
        }
        const numbers: number[] = [];
        for (const fiber of fibers) numbers.push(yield* Fiber.join(fiber));
        return sum(numbers);
      });
      return () => Effect.runPromise(main);
    },
  },
  {
    name: `${peers.EFFECT_3} all, unbounded`,
    oneIn: 10,
    async prepare(size) {
      const { Effect } = await peers.loadEffect3();
      const work = (number: number) => Effect.as(Effect.yieldNow(), number);
      return async () =>
        sum(
          await Effect.runPromise(
            Effect.all(
              Array.from({ length: size }, (_, number) => work(number)),
              { concurrency: "unbounded" },
            ),
          ),
        );
    },
  },
  {
    name: peers.EFFECTION,
    oneIn: 100,
    async prepare(size) {
      const { action, all, run } = await peers.loadEffection();
      const later = action<void>((resolve) => {
        queueMicrotask(resolve);
        return () => {};
      });
      const work = (number: number) => ({
        *[Symbol.iterator]() {
          yield* later;
          return number;
        },
      });
      return async () =>
        sum(
          await run(() =>
            all(Array.from({ length: size }, (_, number) => work(number)))
          ),
        );
    },
  },
  { name: "CPython asyncio", oneIn: 10, python: ["spawn.py", "asyncio"] },
  { name: "CPython uvloop", oneIn: 10, python: ["spawn.py", "uvloop"] },
];

export const spawn: Bench = {
  name: "spawn",
  about: "100,000 tasks, each gives way once, joined all at once",
  cases: [
    {
      name: "gather",
      size: 100_000,
      unit: "ms",
      proof,
      ours: gathered,
      peers: others,
    },
    {
      name: "createTask, yield*",
      size: 100_000,
      unit: "ms",
      proof,
      ours: created,
      peers: others,
    },
  ],
};

/** Each task's number, added up. */
function proof(size: number): number {
  return size * (size - 1) / 2;
}

function sum(numbers: readonly number[]): { proof: number } {
  return { proof: numbers.reduce((sum, number) => sum + number, 0) };
}

function* work(number: number) {
  yield* sleep(0);
  return number;
}

async function workAsync(number: number) {
  await null;
  return number;
}

const settled = Promise.resolve();

function* yieldOnce(number: number) {
  yield settled;
  return number;
}
