/**
 * The broken programs of `races.ts` as coroutines of this library's loop.
 *
 * Their generator functions stand at the top, or are methods: one that is made
 * anew in every run is a new kind of object to the engine each time, and costs
 * more than the run.
 *
 * @module
 */

import {
  type Coroutine,
  createTask,
  type Future,
  gather,
  getRunningLoop,
  sleep,
  type World,
} from "../../../mod.ts";

/** The programs by the names they have as native code. */
export const RACE_COROUTINES: Readonly<
  Record<string, (world: World) => Coroutine<unknown>>
> = {
  "check, then insert": checkThenInsert,
  "a stale response overwrites the newer one": staleResponse,
  "the end is noticed only on the way of success": unnoticedEnd,
  "a guard awaits null": awaitedNull,
  "a wake-up goes to a waiter that was cancelled": lostWakeUp,
  "two locks are taken in two orders": crossedLocks,
  "a setting of one request is kept in a global": globalSetting,
  "a bounded buffer wakes the wrong waiter": wrongWaiter,
};

function* checkThenInsert(world: World) {
  const rows: string[] = [];
  yield* gather([insertOnce(world, rows, "a"), insertOnce(world, rows, "a")]);
  world.check(rows.length === 1, "duplicate row");
}

function* insertOnce({ io }: World, rows: string[], key: string) {
  yield* io("find");
  const found = rows.includes(key);
  yield* io("insert");
  if (!found) rows.push(key);
}

function* staleResponse(world: World) {
  const page = { shown: "" };
  yield* gather([search(world, page, "re"), search(world, page, "react")]);
  world.check(page.shown === "react", `shows ${page.shown}`);
}

function* search({ io }: World, page: { shown: string }, words: string) {
  yield* io(`fetch ${words}`);
  page.shown = words;
}

function* unnoticedEnd({ io }: World) {
  const archive = new Archive(io);
  for (const file of ["a", "missing", "b"]) createTask(archive.add(file));
  yield* archive.finished;
}

class Archive {
  readonly finished: Future<void> = getRunningLoop().createFuture();
  readonly #io: World["io"];
  #entries = 0;
  #done = 0;

  constructor(io: World["io"]) {
    this.#io = io;
  }

  *add(file: string) {
    this.#entries++;
    yield* this.#io(`stat ${file}`);
    if (file === "missing") {
      this.#entries--; // and nobody asks whether that was the last
      return;
    }
    yield* this.#io(`read ${file}`);
    if (++this.#done === this.#entries) this.finished.setResult();
  }
}

function* awaitedNull({ io, check }: World) {
  const pool = new Pool(io);
  yield* gather([pool.request(1), pool.request(2)]);
  check(pool.connections === 1, `${pool.connections} connections`);
}

class Pool {
  connections = 0;
  #connection: Future<boolean> | null = null;
  readonly #io: World["io"];

  constructor(io: World["io"]) {
    this.#io = io;
  }

  *request(number: number) {
    yield* this.#io(`request ${number}`);
    // What `await null` does: it gives way, and what it has seen is old.
    if (this.#connection !== null) return yield* this.#connection;
    yield* sleep(0);
    this.#connection = createTask(this.#open());
    return yield* this.#connection;
  }

  *#open() {
    this.connections++;
    yield* this.#io("connect");
    return true;
  }
}

function* lostWakeUp({ io }: World) {
  const gate = new Gate();
  const first = gate.enter();
  createTask(cancelling(io, first));
  const second = gate.enter();
  yield* gather([working(io, gate, first), releasing(io, gate)]);
  yield* second.future;
}

interface Waiter {
  readonly future: Future<boolean>;
  over: boolean;
}

class Gate {
  readonly #waiting: Waiter[] = [];

  enter(): Waiter {
    const future = getRunningLoop().createFuture<boolean>();
    const waiter = { future, over: false };
    this.#waiting.push(waiter);
    return waiter;
  }

  release() {
    const waiter = this.#waiting.shift(); // even one that was cancelled
    if (waiter?.future.done() === false) waiter.future.setResult(true);
  }
}

function* cancelling(io: World["io"], waiter: Waiter) {
  yield* io("cancel");
  if (waiter.over) return;
  waiter.over = true; // but it stays in the queue
  if (!waiter.future.done()) waiter.future.setResult(false);
}

function* working(io: World["io"], gate: Gate, waiter: Waiter) {
  if (!(yield* waiter.future)) return;
  yield* io("work");
  gate.release();
}

function* releasing(io: World["io"], gate: Gate) {
  yield* io("release");
  gate.release();
}

function* crossedLocks({ io }: World) {
  const left = new Chain();
  const right = new Chain();
  yield* gather([
    transfer(io, left, right, 1),
    transfer(io, right, left, 2),
  ]);
}

/** A lock: whoever comes waits for the one before. */
class Chain {
  #last: Future<void> | null = null;

  *lock() {
    const before = this.#last;
    const mine = this.#last = getRunningLoop().createFuture<void>();
    if (before !== null) yield* before;
    return mine;
  }
}

function* transfer(io: World["io"], from: Chain, to: Chain, number: number) {
  yield* io(`start ${number}`);
  const holdsFrom = yield* from.lock();
  yield* io(`half ${number}`);
  const holdsTo = yield* to.lock();
  holdsTo.setResult();
  holdsFrom.setResult();
}

function* globalSetting(world: World) {
  const settings = { indent: 0 };
  yield* gather([
    handle(world, settings, 1, 0),
    handle(world, settings, 2, 2),
  ]);
}

function* handle(
  { io, check }: World,
  settings: { indent: number },
  number: number,
  wanted: number,
) {
  yield* io(`request ${number}`);
  settings.indent = wanted;
  yield* io(`query ${number}`);
  check(settings.indent === wanted, "formatted as another request wants it");
}

function* wrongWaiter({ io }: World) {
  const buffer = new Buffer(io);
  yield* gather([
    buffer.put(1),
    buffer.put(2),
    buffer.take(1),
    buffer.take(2),
  ]);
}

class Buffer {
  readonly #io: World["io"];
  readonly #items: number[] = [];
  readonly #waiting: Future<void>[] = [];

  constructor(io: World["io"]) {
    this.#io = io;
  }

  *put(item: number) {
    yield* this.#io(`put ${item}`);
    while (this.#items.length >= 1) yield* this.#changed();
    this.#items.push(item);
    this.#notifyOne();
  }

  *take(number: number) {
    yield* this.#io(`take ${number}`);
    while (this.#items.length === 0) yield* this.#changed();
    this.#items.shift();
    this.#notifyOne();
  }

  #changed() {
    const future = getRunningLoop().createFuture<void>();
    this.#waiting.push(future);
    return future;
  }

  #notifyOne() {
    this.#waiting.shift()?.setResult(); // a getter or a putter
  }
}
