/**
 * The contestants of this chapter's measurements.
 *
 * @module
 */

import {
  createTask,
  gather,
  getRunningLoop,
  run,
  runSync,
  sleep,
} from "../../mod.ts";
import { SyncBridge } from "./bridge.ts";
import { priceOf } from "./slow.ts";

/** Does a round and tells what it measured, in milliseconds for one unit. */
export type Round = () => number | Promise<number>;

const TASKS = 1000;
const SWITCHES = 1_000_000;
const EACH = SWITCHES / TASKS;
/** For those that are slow. */
const FEWER = SWITCHES / 10;
const ORDERS = 100_000;

const switches: Record<string, Round> = {
  "a generator's next()": () => {
    const crowd = each(TASKS, pausing);
    return timed(SWITCHES, () => {
      for (let round = 0; round < EACH; round++) {
        for (const generator of crowd) generator.next();
      }
    });
  },
  "+ a queue": () => {
    let ready = each(TASKS, pausing);
    return timed(SWITCHES, () => {
      while (ready.length > 0) {
        const before = ready;
        ready = [];
        for (const generator of before) {
          if (!generator.next().done) ready.push(generator);
        }
      }
    });
  },
  "+ a task: sleep(0)": () =>
    timed(SWITCHES, () => runSync(() => givingWay(SWITCHES))),
  "await null": () =>
    timedAsync(SWITCHES, async () => {
      await Promise.all(each(TASKS, async () => {
        for (let i = 0; i < EACH; i++) await null;
      }));
    }),
  "+ a future": () =>
    timed(SWITCHES, () =>
      runSync(function* () {
        const loop = getRunningLoop();
        yield* gather(each(TASKS, function* () {
          for (let i = 0; i < EACH; i++) {
            const future = loop.createFuture<void>();
            loop.callSoon(() => future.setResult());
            yield* future;
          }
        }));
      })),
  "+ a timer: sleep(1)": () =>
    timed(SWITCHES, () =>
      runSync(function* () {
        yield* gather(each(TASKS, function* () {
          for (let i = 0; i < EACH; i++) yield* sleep(1);
        }));
      })),
  "a trace listens": () =>
    timed(FEWER, () => {
      runSync(() => givingWay(FEWER), { trace: { record() {} } });
    }),
  "in debug mode": () => {
    function* debugged() {
      getRunningLoop().slowCallbackDuration = Infinity;
      yield* givingWay(FEWER);
    }
    return timed(FEWER, () => runSync(debugged, { debug: true }));
  },
  "a coroutine, yield*": () =>
    timed(SWITCHES, () =>
      runSync(function* () {
        for (let i = 0; i < SWITCHES; i++) yield* echo();
      })),
  "JSON.parse of 1 KiB": () => {
    const text = JSON.stringify(
      each(18, (id) => ({ id, name: "x".repeat(32) })),
    );
    return timed(FEWER, () => {
      for (let i = 0; i < FEWER; i++) JSON.parse(text);
    });
  },
};

function* pausing() {
  for (let i = 0; i < EACH; i++) yield;
}

function* givingWay(switches: number) {
  yield* gather(each(TASKS, function* () {
    for (let i = 0; i < switches / TASKS; i++) yield* sleep(0);
  }));
}

/** Prices many orders in pieces, and gives way after each. */
function* report(piece: number) {
  let sum = 0;
  for (let order = 0; order < ORDERS; order++) {
    sum += priceOf(order);
    if (order % piece === piece - 1) yield* sleep(0);
  }
  return sum;
}

/** How long the report takes with nobody beside it. */
function reportTime(piece: number): Promise<number> {
  return timedAsync(1, () => run(report(piece), { clock: "real" }));
}

/** The pause between two turns of somebody beside the report. */
async function pauseBeside(piece: number): Promise<number> {
  const pauses: number[] = [];
  await run(function* () {
    const task = createTask(report(piece));
    while (!task.done()) {
      const before = performance.now();
      yield* sleep(0);
      pauses.push(performance.now() - before);
    }
  }, { clock: "real" });
  return middleOf(pauses);
}

/**
 * Half of the time goes by in pauses that are shorter, half in longer ones. The
 * longest would tell more of what else the machine has to do.
 */
function middleOf(pauses: number[]): number {
  pauses.sort((a, b) => a - b);
  let left = pauses.reduce((sum, pause) => sum + pause, 0) / 2;
  return pauses.find((pause) => (left -= pause) <= 0)!;
}

/** How many orders make a piece; the first is all of them. */
export const PIECES: readonly number[] = [ORDERS, 10_000, 1000, 100, 10, 1];

const pieces: Record<string, Round> = Object.fromEntries(
  PIECES.flatMap((piece) => [
    [`time, ${piece}`, () => reportTime(piece)],
    [`pause, ${piece}`, () => pauseBeside(piece)],
  ]),
);

const CALLS = 200;

const bridges: Record<string, Round> = {
  "a worker that stays": () => {
    using bridge = bridgeToEcho();
    bridge.ask("are you there?");
    return timed(CALLS, () => {
      for (let i = 0; i < CALLS; i++) bridge.ask("once more");
    });
  },
  "a worker for each call": () =>
    timed(CALLS / 20, () => {
      for (let i = 0; i < CALLS / 20; i++) {
        using bridge = bridgeToEcho();
        bridge.ask("once");
      }
    }),
};

function* echo() {
  yield* sleep(0);
  return "echo";
}

function bridgeToEcho(): SyncBridge {
  return new SyncBridge(new URL("echo_worker.ts", import.meta.url));
}

/** Those that have a worker to themselves. */
export const apart: Readonly<Record<string, Round>> = {
  ...switches,
  ...pieces,
};

/** Those that start workers, which other workers are slow to do. */
export const here: Readonly<Record<string, Round>> = bridges;

function each<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

function timed(units: number, work: () => unknown): number {
  const begin = performance.now();
  work();
  return (performance.now() - begin) / units;
}

async function timedAsync(
  units: number,
  work: () => Promise<unknown>,
): Promise<number> {
  const begin = performance.now();
  await work();
  return (performance.now() - begin) / units;
}
