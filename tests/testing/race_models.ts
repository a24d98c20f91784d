/**
 * Small models of race bugs that were published, as bodies to explore: what they
 * do between two completions is all there is to them.
 *
 * How many of their schedules fail, and how many there are, was counted by hand
 * and by an explorer that knows nothing of this one.
 *
 * @module
 */

import type { World } from "../../mod.ts";

/** A body with its counts, for single deliveries and for batches of up to two. */
export interface RaceModel {
  readonly name: string;
  readonly body: (world: World) => Promise<unknown>;
  readonly single: Count;
  readonly batch: Count;
}

/** Schedules that fail, of all. */
export type Count = readonly [failing: number, all: number];

/** The models. */
export const RACE_MODELS: readonly RaceModel[] = [
  {
    name: "check, then insert",
    body: checkThenInsert,
    single: [4, 6],
    batch: [18, 22],
  },
  {
    name: "a stale response overwrites the newer one",
    body: staleResponse,
    single: [1, 2],
    batch: [2, 4],
  },
  {
    name: "the end is noticed only on the way of success",
    body: unnoticedEnd,
    single: [6, 30],
    batch: [36, 186],
  },
  {
    name: "a guard awaits null",
    body: awaitedNull,
    single: [0, 4],
    batch: [8, 16],
  },
  {
    name: "a wake-up goes to a waiter that was cancelled",
    body: lostWakeUp,
    single: [1, 3],
    batch: [2, 7],
  },
  {
    name: "two locks are taken in two orders",
    body: crossedLocks,
    single: [4, 6],
    batch: [18, 22],
  },
  {
    name: "a setting of one request is kept in a global",
    body: globalSetting,
    single: [4, 6],
    batch: [18, 22],
  },
  {
    name: "a bounded buffer wakes the wrong waiter",
    body: wrongWaiter,
    single: [0, 24],
    batch: [8, 120],
  },
];

async function checkThenInsert({ io, check }: World) {
  const rows: string[] = [];
  async function insertOnce(key: string) {
    await io("find");
    const found = rows.includes(key);
    await io("insert");
    if (!found) rows.push(key);
  }
  await Promise.all([insertOnce("a"), insertOnce("a")]);
  check(rows.length === 1, "duplicate row");
}

async function staleResponse({ io, check }: World) {
  let shown = "";
  async function search(words: string) {
    await io(`fetch ${words}`);
    shown = words;
  }
  await Promise.all([search("re"), search("react")]);
  check(shown === "react", `shows ${shown}`);
}

function unnoticedEnd({ io }: World) {
  return new Promise<void>((finish) => {
    let entries = 0;
    let done = 0;
    async function add(file: string) {
      entries++;
      await io(`stat ${file}`);
      if (file === "missing") {
        entries--; // and nobody asks whether that was the last
        return;
      }
      await io(`read ${file}`);
      if (++done === entries) finish();
    }
    add("a");
    add("missing");
    add("b");
  });
}

async function awaitedNull({ io, check }: World) {
  let connections = 0;
  let connection: Promise<boolean> | null = null;
  async function connect() {
    if (await connection) return connection; // gives way even where it is null
    connection = open();
    return connection;
  }
  async function open() {
    connections++;
    await io("connect");
    return true;
  }
  await Promise.all([
    io("request 1").then(connect),
    io("request 2").then(connect),
  ]);
  check(connections === 1, `${connections} connections`);
}

async function lostWakeUp({ io }: World) {
  const waiting: { wake(): void; over: boolean }[] = [];
  let free = 0;
  function acquire(cancel?: Promise<void>) {
    return new Promise<void>((wake, fail) => {
      if (free > 0) {
        free--;
        return wake();
      }
      const waiter = { wake, over: false };
      waiting.push(waiter);
      cancel?.then(() => {
        if (waiter.over) return;
        waiter.over = true; // but it stays in the queue
        fail(new Error("cancelled"));
      });
    });
  }
  function release() {
    const waiter = waiting.shift();
    if (waiter === undefined) free++;
    else waiter.wake();
  }
  const first = acquire(io("cancel")).then(
    () => io("work").then(release),
    () => {},
  );
  const second = acquire();
  await Promise.all([first, second, io("release").then(release)]);
}

async function crossedLocks({ io }: World) {
  function makeLock() {
    let last = Promise.resolve();
    return async function lock() {
      let release = () => {};
      const before = last;
      last = new Promise((resolve) => release = resolve);
      await before;
      return release;
    };
  }
  type Lock = ReturnType<typeof makeLock>;
  const left = makeLock();
  const right = makeLock();
  async function transfer(from: Lock, to: Lock, number: number) {
    await io(`start ${number}`);
    const releaseFrom = await from();
    await io(`half ${number}`);
    const releaseTo = await to();
    releaseTo();
    releaseFrom();
  }
  await Promise.all([transfer(left, right, 1), transfer(right, left, 2)]);
}

async function globalSetting({ io, check }: World) {
  let indent = 0;
  async function handle(number: number, wanted: number) {
    indent = wanted;
    await io(`query ${number}`);
    check(indent === wanted, "formatted as another request wants it");
  }
  await Promise.all([
    io("request 1").then(() => handle(1, 0)),
    io("request 2").then(() => handle(2, 2)),
  ]);
}

async function wrongWaiter({ io }: World) {
  const items: number[] = [];
  const waiting: (() => void)[] = [];
  const changed = () => new Promise<void>((wake) => waiting.push(wake));
  const notifyOne = () => waiting.shift()?.(); // a getter or a putter
  async function put(item: number) {
    await io(`put ${item}`);
    while (items.length >= 1) await changed();
    items.push(item);
    notifyOne();
  }
  async function take(number: number) {
    await io(`take ${number}`);
    while (items.length === 0) await changed();
    items.shift();
    notifyOne();
  }
  await Promise.all([put(1), put(2), take(1), take(2)]);
}
