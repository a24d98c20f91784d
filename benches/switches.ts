/**
 * The task switch: give way, let the others run, go on. It is what a scheduler
 * does all day, so its price is the floor under everything else.
 *
 * @module
 */

import { gather, run, sleep } from "../mod.ts";
import type { Bench, Case } from "./harness.ts";
import * as peers from "./peers.ts";

const SWITCHES = 1_000_000;

export const switches: Bench = {
  name: "switches",
  about: "1,000,000 task switches: yield* sleep(0)",
  cases: [amongTasks(2), amongTasks(1000)],
};

function amongTasks(tasks: number): Case {
  return {
    name: `${tasks.toLocaleString("en")} tasks`,
    size: SWITCHES,
    unit: "ms",
    ours: {
      name: "loopbook",
      prepare: (size) => () =>
        run(function* () {
          yield* gather(each(tasks, () => giveWay(size / tasks)));
        }),
    },
    peers: [
      {
        name: "await null",
        goal: 0.95,
        prepare: (size) => async () => {
          await Promise.all(each(tasks, () => awaitNull(size / tasks)));
        },
      },
      {
        name: "await Promise.resolve()",
        goal: 0.55,
        prepare: (size) => async () => {
          await Promise.all(each(tasks, () => awaitPromise(size / tasks)));
        },
      },
      {
        name: peers.CO,
        goal: 2,
        async prepare(size) {
          const co = await peers.loadCo();
          return async () => {
            await Promise.all(
              each(tasks, () => co(yieldSettled, size / tasks)),
            );
          };
        },
      },
      {
        name: peers.REDUX_SAGA,
        async prepare(size) {
          const { runSaga } = await peers.loadReduxSaga();
          return async () => {
            await Promise.all(
              each(
                tasks,
                () => runSaga({}, yieldSettled, size / tasks).toPromise(),
              ),
            );
          };
        },
      },
      {
        name: peers.GENSYNC,
        oneIn: 10,
        async prepare(size) {
          const gensync = await peers.loadGensync();
          const later = gensync({
            sync() {},
            errback: (done) => queueMicrotask(() => done(null)),
          });
          const task = gensync(function* (switches: number) {
            for (let i = 0; i < switches; i++) yield* later();
          });
          return async () => {
            await Promise.all(each(tasks, () => task.async(size / tasks)));
          };
        },
      },
      {
        name: peers.EFFECT,
        goal: 50,
        oneIn: 10,
        async prepare(size) {
          const { Effect } = await peers.loadEffect();
          const task = Effect.gen(function* () {
            for (let i = 0; i < size / tasks; i++) yield* Effect.yieldNow;
          });
          const all = Effect.all(each(tasks, () => task), {
            concurrency: "unbounded",
            discard: true,
          });
          return () => Effect.runPromise(all);
        },
      },
      {
        name: peers.EFFECT_3,
        goal: 10,
        oneIn: 10,
        async prepare(size) {
          const { Effect } = await peers.loadEffect3();
          const task = Effect.gen(function* () {
            for (let i = 0; i < size / tasks; i++) yield* Effect.yieldNow();
          });
          const all = Effect.all(each(tasks, () => task), {
            concurrency: "unbounded",
            discard: true,
          });
          return () => Effect.runPromise(all);
        },
      },
      {
        name: peers.EFFECTION,
        goal: 30,
        oneIn: 10,
        async prepare(size) {
          const { action, all, run } = await peers.loadEffection();
          const later = action<void>((resolve) => {
            queueMicrotask(resolve);
            return () => {};
          });
          const task = {
            *[Symbol.iterator]() {
              for (let i = 0; i < size / tasks; i++) yield* later;
            },
          };
          return async () => {
            await run(() => all(each(tasks, () => task)));
          };
        },
      },
      {
        name: "CPython asyncio",
        goal: 40,
        oneIn: 10,
        python: ["switches.py", "asyncio", String(tasks)],
      },
      {
        name: "CPython uvloop",
        oneIn: 10,
        python: ["switches.py", "uvloop", String(tasks)],
      },
    ],
  };
}

function* giveWay(switches: number) {
  for (let i = 0; i < switches; i++) yield* sleep(0);
}

async function awaitNull(switches: number) {
  for (let i = 0; i < switches; i++) await null;
}

async function awaitPromise(switches: number) {
  for (let i = 0; i < switches; i++) await Promise.resolve();
}

const settled = Promise.resolve();

/** What co and redux-saga take for a switch: a promise, here the cheapest. */
function* yieldSettled(switches: number) {
  for (let i = 0; i < switches; i++) yield settled;
}

function each<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}
