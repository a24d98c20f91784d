/**
 * The models of `race_models.ts` as coroutines of this library's loop.
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
} from "../../mod.ts";

/** The models by the names they have as native code. */
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

function* checkThenInsert({ io, check }: World) {
  const rows: string[] = [];
  function* insertOnce(key: string) {
    yield* io("find");
    const found = rows.includes(key);
    yield* io("insert");
    if (!found) rows.push(key);
  }
  yield* gather([insertOnce("a"), insertOnce("a")]);
  check(rows.length === 1, "duplicate row");
}

function* staleResponse({ io, check }: World) {
  let shown = "";
  function* search(words: string) {
    yield* io(`fetch ${words}`);
    shown = words;
  }
  yield* gather([search("re"), search("react")]);
  check(shown === "react", `shows ${shown}`);
}

function* unnoticedEnd({ io }: World) {
  const finished = getRunningLoop().createFuture<void>();
  let entries = 0;
  let done = 0;
  function* add(file: string) {
    entries++;
    yield* io(`stat ${file}`);
    if (file === "missing") {
      entries--;
      return;
    }
    yield* io(`read ${file}`);
    if (++done === entries) finished.setResult();
  }
  createTask(add("a"));
  createTask(add("missing"));
  createTask(add("b"));
  yield* finished;
}

function* awaitedNull({ io, check }: World) {
  let connections = 0;
  let connection: Future<boolean> | null = null;
  function* connect() {
    // What `await null` does: it gives way, and what it has seen is old.
    if (connection !== null) return yield* connection;
    yield* sleep(0);
    connections++;
    connection = createTask(open());
    return yield* connection;
  }
  function* open() {
    yield* io("connect");
    return true;
  }
  function* request(number: number) {
    yield* io(`request ${number}`);
    yield* connect();
  }
  yield* gather([request(1), request(2)]);
  check(connections === 1, `${connections} connections`);
}

function* lostWakeUp({ io }: World) {
  interface Waiter {
    readonly future: Future<boolean>;
    over: boolean;
  }
  const waiting: Waiter[] = [];
  let free = 0;
  function enter(): Waiter | null {
    if (free > 0) {
      free--;
      return null;
    }
    const waiter = {
      future: getRunningLoop().createFuture<boolean>(),
      over: false,
    };
    waiting.push(waiter);
    return waiter;
  }
  function release() {
    const waiter = waiting.shift();
    if (waiter === undefined) free++;
    else if (!waiter.future.done()) waiter.future.setResult(true);
  }
  function* cancelling(waiter: Waiter | null) {
    yield* io("cancel");
    if (waiter === null || waiter.over) return;
    waiter.over = true;
    if (!waiter.future.done()) waiter.future.setResult(false);
  }
  function* working(waiter: Waiter | null) {
    if (waiter !== null && !(yield* waiter.future)) return;
    yield* io("work");
    release();
  }
  function* releasing() {
    yield* io("release");
    release();
  }
  const first = enter();
  createTask(cancelling(first));
  const second = enter();
  yield* gather([working(first), releasing()]);
  if (second !== null) yield* second.future;
}

function* crossedLocks({ io }: World) {
  function makeLock() {
    let last = getRunningLoop().createFuture<void>();
    last.setResult();
    return function* lock(): Coroutine<() => void> {
      const before = last;
      const mine = last = getRunningLoop().createFuture<void>();
      yield* before;
      return () => mine.setResult();
    };
  }
  type Lock = ReturnType<typeof makeLock>;
  const left = makeLock();
  const right = makeLock();
  function* transfer(from: Lock, to: Lock, number: number) {
    yield* io(`start ${number}`);
    const releaseFrom = yield* from();
    yield* io(`half ${number}`);
    const releaseTo = yield* to();
    releaseTo();
    releaseFrom();
  }
  yield* gather([transfer(left, right, 1), transfer(right, left, 2)]);
}

function* globalSetting({ io, check }: World) {
  let indent = 0;
  function* handle(number: number, wanted: number) {
    yield* io(`request ${number}`);
    indent = wanted;
    yield* io(`query ${number}`);
    check(indent === wanted, "formatted as another request wants it");
  }
  yield* gather([handle(1, 0), handle(2, 2)]);
}

function* wrongWaiter({ io }: World) {
  const items: number[] = [];
  const waiting: Future<void>[] = [];
  function changed() {
    const future = getRunningLoop().createFuture<void>();
    waiting.push(future);
    return future;
  }
  const notifyOne = () => waiting.shift()?.setResult();
  function* put(item: number) {
    yield* io(`put ${item}`);
    while (items.length >= 1) yield* changed();
    items.push(item);
    notifyOne();
  }
  function* take(number: number) {
    yield* io(`take ${number}`);
    while (items.length === 0) yield* changed();
    items.shift();
    notifyOne();
  }
  yield* gather([put(1), put(2), take(1), take(2)]);
}
