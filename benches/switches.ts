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
    proof: (size) => size,
    ours: {
      name: "loopbook",
      prepare: (size) => () =>
        run(function* () {
          return total(
            yield* gather(each(tasks, () => giveWay(size / tasks))),
          );
        }),
    },
    peers: [
      {
        name: "await null",
        goal: 0.95,
        prepare: (size) => async () =>
          total(await Promise.all(each(tasks, () => awaitNull(size / tasks)))),
      },
      {
        name: "await Promise.resolve()",
        goal: 0.55,
        prepare: (size) => async () =>
          total(
            await Promise.all(each(tasks, () => awaitPromise(size / tasks))),
          ),
      },
      {
        name: peers.CO,
        goal: 2,
        async prepare(size) {
          const co = await peers.loadCo();
          return async () =>
            total(
              await Promise.all(
                each(tasks, () => co(yieldSettled, size / tasks)),
              ),
            );
        },
      },
      {
        name: peers.REDUX_SAGA,
        async prepare(size) {
          const { runSaga } = await peers.loadReduxSaga();
          return async () =>
            total(
              await Promise.all(
                each(
                  tasks,
                  () =>
                    runSaga({}, yieldSettled, size / tasks)
                      .toPromise<number>(),
                ),
              ),
            );
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
            let done = 0;
            for (; done < switches; done++) yield* later();
            return done;
          });
          return async () =>
            total(
              await Promise.all(each(tasks, () => task.async(size / tasks))),
            );
        },
      },
      {
        name: peers.EFFECT,
        goal: 50,
        oneIn: 10,
        async prepare(size) {
          const { Effect } = await peers.loadEffect();
          const task = Effect.gen(function* () {
            let done = 0;
            for (; done < size / tasks; done++) yield* Effect.yieldNow;
            return done;
          });
          const all = Effect.all(each(tasks, () => task), {
            concurrency: "unbounded",
          });
          return async () => total(await Effect.runPromise(all));
        },
      },
      {
        name: peers.EFFECT_3,
        goal: 10,
        oneIn: 10,
        async prepare(size) {
          const { Effect } = await peers.loadEffect3();
          const task = Effect.gen(function* () {
            let done = 0;
            for (; done < size / tasks; done++) yield* Effect.yieldNow();
            return done;
          });
          const all = Effect.all(each(tasks, () => task), {
            concurrency: "unbounded",
          });
          return async () => total(await Effect.runPromise(all));
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
              let done = 0;
              for (; done < size / tasks; done++) yield* later;
              return done;
            },
          };
          return async () =>
            total(await run(() => all(each(tasks, () => task))));
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
  let done = 0;
  for (; done < switches; done++) yield* sleep(0);
  return done;
}

async function awaitNull(switches: number) {
  let done = 0;
  for (; done < switches; done++) await null;
  return done;
}

async function awaitPromise(switches: number) {
  let done = 0;
  for (; done < switches; done++) await Promise.resolve();
  return done;
}

const settled = Promise.resolve();

/** What co and redux-saga take for a switch: a promise, here the cheapest. */
function* yieldSettled(switches: number) {
  let done = 0;
  for (; done < switches; done++) yield settled;
  return done;
}

/** How often all tasks together gave way. */
function total(switches: readonly number[]): { proof: number } {
  return { proof: switches.reduce((sum, done) => sum + done, 0) };
}

function each<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}
