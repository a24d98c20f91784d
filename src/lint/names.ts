/**
 * What the library's names give, as far as the rules have to know.
 *
 * The plugin imports nothing, not even the library: it is loaded by `deno lint`,
 * on its own. A test compares these lists with what `mod.ts` exports.
 *
 * @module
 */

/**
 * What a call gives: a coroutine does nothing until somebody waits for it, a
 * future and a promise are under way by themselves.
 */
export type Gives = "coroutine" | "future" | "promise";

/** The functions. */
export const FUNCTIONS: Readonly<Record<string, Gives>> = {
  sleep: "coroutine",
  taskGroup: "coroutine",
  timeout: "coroutine",
  timeoutAt: "coroutine",
  wait: "coroutine",
  waitFor: "coroutine",
  createTask: "future",
  ensureFuture: "future",
  fromPromise: "future",
  gather: "future",
  shield: "future",
  explore: "promise",
  replay: "promise",
  run: "promise",
  survey: "promise",
  toPromise: "promise",
  virtual: "promise",
};

/** The methods, by class. */
export const METHODS: Readonly<
  Record<string, Readonly<Record<string, Gives>>>
> = {
  Barrier: { abort: "coroutine", reset: "coroutine", wait: "coroutine" },
  BoundedSemaphore: { acquire: "coroutine" },
  Condition: {
    acquire: "coroutine",
    wait: "coroutine",
    waitFor: "coroutine",
  },
  Event: { wait: "coroutine" },
  EventLoop: {
    createFuture: "future",
    createTask: "future",
    runUntilComplete: "promise",
  },
  LifoQueue: { get: "coroutine", join: "coroutine", put: "coroutine" },
  Lock: { acquire: "coroutine" },
  PriorityQueue: { get: "coroutine", join: "coroutine", put: "coroutine" },
  Queue: { get: "coroutine", join: "coroutine", put: "coroutine" },
  Runner: { close: "promise", run: "promise" },
  Semaphore: { acquire: "coroutine" },
  TaskGroup: { createTask: "future" },
};

/** What a variable is that is declared to be of a class. */
export const CLASSES: Readonly<Record<string, Gives>> = {
  Coroutine: "coroutine",
  Future: "future",
  Promise: "promise",
  PromiseLike: "promise",
  Task: "future",
};

/** Who takes a coroutine over and runs it: functions, and methods by name. */
export const TAKERS: ReadonlySet<string> = new Set([
  "asCompleted",
  "createTask",
  "ensureFuture",
  "gather",
  "run",
  "runSync",
  "runUntilComplete",
  "shield",
  "toPromise",
  "waitFor",
]);

/** Who takes a coroutine function and calls it. */
export const BODY_TAKERS: ReadonlySet<string> = new Set([
  "run",
  "runSync",
  "taskGroup",
  "timeout",
  "timeoutAt",
]);

/** What a table says of a name, if anything. */
export function lookUp<T>(
  table: Readonly<Record<string, T>>,
  name: string,
): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
