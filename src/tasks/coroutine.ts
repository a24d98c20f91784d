/**
 * What a coroutine is, and how it gives the processor back.
 *
 * A coroutine is a generator: `function*` stands for `async def` and `yield*`
 * for `await`. Calling the function runs nothing; it makes an object whose
 * `next` runs the body up to the next place where it has to wait. What comes out
 * there is a {@linkcode Suspension}: "wake me when this is done". It travels
 * outwards through every `yield*` to whoever called `next`, and that is a task.
 *
 * A suspension is three things in one object, so that waiting costs a single
 * allocation: the iterator that `yield*` steps, the result that this iterator
 * returns, and the entry by which the task is found again.
 *
 * The cheapest wait of all, `sleep(0)`, allocates nothing: one shared object
 * serves everybody. It can, because a task resumes with a token that nobody else
 * has, while `yield*` begins an iterator with `next(undefined)`; so the argument
 * says whether this is the beginning or the end of the wait.
 *
 * @module
 */

import type { BaseEventLoop } from "../loop/base_event_loop.ts";

/**
 * A computation that can wait: every generator whose waits are `yield*`s of this
 * library's awaitables.
 *
 * @example
 * ```ts
 * import { type Coroutine, runSync, sleep } from "@loopbook/loopbook";
 * import { assertEquals } from "@std/assert";
 *
 * // A coroutine that calls itself needs its type written.
 * function* countdown(n: number): Coroutine<number> {
 *   yield* sleep(1000);
 *   return n === 0 ? 0 : 1 + (yield* countdown(n - 1));
 * }
 * assertEquals(runSync(() => countdown(3)), 3);
 * ```
 */
export interface Coroutine<T> {
  /**
   * Runs up to the next wait.
   *
   * @param value for the task that runs the coroutine
   * @returns the suspension, or the result
   */
  next(value?: unknown): IteratorResult<Suspension, T>;
  /**
   * Goes on with an error in place of a result.
   *
   * @param error what is thrown at the place where the coroutine waits
   * @returns the next suspension, or the result
   */
  throw(error: unknown): IteratorResult<Suspension, T>;
  /**
   * Ends the coroutine; its `finally` blocks run.
   *
   * @param value the result
   * @returns the next suspension, or the result
   */
  return(value: T): IteratorResult<Suspension, T>;
  /**
   * The coroutine itself, so that `yield*` takes it.
   *
   * @returns the coroutine
   */
  [Symbol.iterator](): Coroutine<T>;
}

/** What can be waited for, in a coroutine or by a combinator. */
export type Awaitable<T> = Coroutine<T> | FutureLike<T> | PromiseLike<T>;

/** A future, as far as types need one: see {@linkcode Future}. */
export interface FutureLike<T> extends PromiseLike<T> {
  /**
   * Waits for the result.
   *
   * @returns a coroutine for `yield*`
   */
  [Symbol.iterator](): Coroutine<T>;
}

/** What an awaitable gives when it is done. */
export type ResultOf<A> = A extends Coroutine<infer T> ? T
  : A extends PromiseLike<infer T> ? T
  : never;

/** Who can stand in a future's list: a task, or a future made of others. */
export interface Waiter {
  /** @internal */
  readonly _loop: BaseEventLoop;
  /**
   * What was waited for has completed; called inline, so it only schedules.
   * @internal
   */
  _wakeUp(source: FutureLike<unknown> | object): void;
}

/** What a task sends with `next` when a wait is over. */
export const RESUME: unknown = Object.freeze({ resume: true });

// #region suspension
/**
 * A wait that travels from a coroutine to its task. Opaque: coroutines pass it
 * on with `yield*` and never look inside.
 */
export abstract class Suspension {
  /** @internal */
  declare done: boolean;
  /** @internal */
  declare value: unknown;

  constructor() {
    this.done = false;
    this.value = undefined;
  }

  /**
   * The loop that will end this wait.
   * @internal
   */
  abstract readonly _loop: BaseEventLoop;

  /**
   * Begins the wait, or says why it can't.
   * @internal
   */
  abstract _begin(waiter: Waiter): string | null;

  /**
   * Tries to end the wait by cancelling what is waited for.
   * @internal
   */
  abstract _cancel(message: string | undefined): boolean;

  /**
   * The error with which the wait has ended, `undefined` for none.
   * @internal
   */
  abstract _error(): unknown;

  /**
   * What is waited for, `null` where it is over already.
   * @internal
   */
  abstract _target(): object | null;
}
// #endregion

/** A suspension that came without its iterator having been stepped. */
export const NO_STAR = "Coroutine yielded an awaitable with yield; use yield*";

/** A suspension in which another task waits already. */
export const TAKEN =
  "Coroutine is being awaited by another task already; two tasks cannot step one coroutine, but both can wait for one task";

// #region bare-yield
const GAVE_WAY: IteratorResult<Suspension, void> = {
  done: false,
  value: undefined as unknown as Suspension,
};
const WENT_ON: IteratorResult<Suspension, void> = {
  done: true,
  value: undefined,
};

/** Gives way for one pass; `yield*` it as often as you like. */
export const BARE_YIELD: Coroutine<void> = {
  next(value?: unknown): IteratorResult<Suspension, void> {
    return value === RESUME ? WENT_ON : GAVE_WAY;
  },
  throw(error: unknown): IteratorResult<Suspension, void> {
    throw error;
  },
  return(value: void): IteratorResult<Suspension, void> {
    return { done: true, value };
  },
  [Symbol.iterator](): Coroutine<void> {
    return BARE_YIELD;
  },
};
// #endregion

/** Gives way for one pass and returns a value. */
export class BareYield<T> implements Coroutine<T> {
  readonly #result: T;

  constructor(result: T) {
    this.#result = result;
  }

  next(value?: unknown): IteratorResult<Suspension, T> {
    return value === RESUME
      ? { done: true, value: this.#result }
      : GAVE_WAY as IteratorResult<Suspension, T>;
  }

  throw(error: unknown): IteratorResult<Suspension, T> {
    throw error;
  }

  return(value: T): IteratorResult<Suspension, T> {
    return { done: true, value };
  }

  [Symbol.iterator](): Coroutine<T> {
    return this;
  }
}

/** What every generator is an instance of, which the language has no name for. */
const Generator = function () {} as unknown as new () => Coroutine<unknown>;
Generator.prototype = Object.getPrototypeOf(
  Object.getPrototypeOf(function* () {}()),
);

/** Whether a value has the shape of a coroutine. */
export function isCoroutine(value: unknown): value is Coroutine<unknown> {
  // The generators of each closure are a class of their own to the engine, so
  // that looking up their methods is slow. What they are an instance of is not.
  if (value instanceof Generator) return true;
  if (typeof value !== "object" || value === null) return false;
  const shape = value as Partial<Coroutine<unknown>>;
  return typeof shape.next === "function" &&
    typeof shape.throw === "function" &&
    typeof shape[Symbol.iterator] === "function" &&
    typeof (value as PromiseLike<unknown>).then !== "function";
}

/** Whether a value can be awaited like a promise. */
export function isPromiseLike(value: unknown): value is PromiseLike<unknown> {
  return (typeof value === "object" && value !== null ||
    typeof value === "function") &&
    typeof (value as PromiseLike<unknown>).then === "function";
}

// #region hand-over
const OWNER = Symbol("loopbook.owner");

/**
 * Marks a coroutine as handed over to a task. A coroutine is one run of a body;
 * two tasks stepping it in turn would each get half of it.
 *
 * @throws {Error} when it was handed over before
 */
export function handOver(coroutine: Coroutine<unknown>, owner: object): void {
  if (coroutine === BARE_YIELD) return; // has no state to fight over
  const marked = coroutine as { [OWNER]?: object };
  if (marked[OWNER] !== undefined) {
    throw new Error(
      "Coroutine was already handed to a task; call its function again for a second run, or share the task",
    );
  }
  marked[OWNER] = owner;
}

/** Ends a coroutine that nobody will run; one that is at work is let be. */
export function close(coroutine: Coroutine<unknown>): void {
  if (!isCoroutine(coroutine) || ownerOf(coroutine) !== undefined) return;
  coroutine.return?.(undefined);
}

/** The task a coroutine was handed to. */
export function ownerOf(coroutine: Coroutine<unknown>): object | undefined {
  return (coroutine as { [OWNER]?: object })[OWNER];
}
// #endregion

/**
 * Says what is wrong with a value that should have been awaitable.
 *
 * @param value what was given
 * @param where who says so, such as `gather()`
 * @param wanted what is taken there
 */
export function notAwaitable(
  value: unknown,
  where: string,
  wanted = "a coroutine, a future or a promise",
): TypeError {
  if (typeof value === "function") {
    const name = value.name || "work";
    const kind = value.constructor?.name;
    if (kind === "GeneratorFunction") {
      return new TypeError(
        `${where} got the generator function ${name}, not a coroutine; call it: ${name}()`,
      );
    }
    return new TypeError(
      `${where} got the function ${name}, not an awaitable; call it, or pass ${wanted}`,
    );
  }
  return new TypeError(`${where} takes ${wanted}, not ${describe(value)}`);
}

/** A value in a few words, for a message. */
export function describe(value: unknown): string {
  if (value === null) return "null";
  if (value === undefined) return "undefined";
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "object") {
    if (Symbol.asyncIterator in value) return "an async generator";
    if (isCoroutine(value)) return "a coroutine";
    const name = value.constructor?.name;
    if (name === "Promise") return "a promise";
    return name ? `an object of class ${name}` : "an object";
  }
  return `${typeof value} ${String(value)}`;
}
