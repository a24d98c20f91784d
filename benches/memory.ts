/**
 * What a task weighs that sleeps: the coroutine, the task, its place in the list
 * of tasks, the timer and its place in the heap. A server holds one for each
 * open connection, so this decides how many it can hold.
 *
 * Measured with the garbage collector's help: collect, look, make the tasks, let
 * them begin, collect, look again.
 *
 * @module
 */

import { createTask, runSync, sleep } from "../mod.ts";
import type { Bench } from "./harness.ts";
import * as peers from "./peers.ts";

const TASKS = 1_000_000;
const AN_HOUR = 3_600_000;

export const memory: Bench = {
  name: "memory",
  about: "what one of 1,000,000 sleeping tasks weighs",
  flags: ["--v8-flags=--expose-gc,--max-old-space-size=8192"],
  cases: [{
    name: "a sleeping task",
    size: TASKS,
    per: TASKS,
    unit: "bytes",
    limit: 500,
    rounds: 2,
    ours: {
      name: "loopbook",
      prepare: (size) => () =>
        runSync(function* () {
          const before = used();
          for (let i = 0; i < size; i++) createTask(sleepLong());
          yield* sleep(1);
          return used() - before;
        }),
    },
    peers: [
      {
        name: "async function on a promise",
        oneIn: 10,
        prepare: (size) => () => {
          const wakers: (() => void)[] = [];
          const before = used();
          for (let i = 0; i < size; i++) waitLong(wakers);
          const after = used();
          for (const wake of wakers) wake();
          return after - before;
        },
      },
      {
        name: peers.EFFECT,
        oneIn: 10,
        async prepare(size) {
          const { Effect } = await peers.loadEffect();
          const sleeping = Effect.gen(function* () {
            yield* Effect.sleep(AN_HOUR);
          });
          const main = Effect.gen(function* () {
            const before = used();
            for (let i = 0; i < size; i++) yield* Effect.forkChild(sleeping);
            yield* Effect.sleep(1);
            return used() - before;
          });
          return () => Effect.runPromise(main);
        },
      },
      { name: "CPython asyncio", goal: 3, oneIn: 10, python: ["memory.py"] },
    ],
  }],
};

function* sleepLong() {
  yield* sleep(AN_HOUR);
}

/** Keeps its own list of whom to wake: a host timer would hide its weight. */
async function waitLong(wakers: (() => void)[]) {
  await new Promise<void>((wake) => wakers.push(wake));
}

declare function gc(): void;

function used(): number {
  gc();
  return Deno.memoryUsage().heapUsed;
}
