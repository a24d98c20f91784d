/**
 * A body with something before and after it, as one coroutine.
 *
 * Python's `async with` becomes a function that takes the body. The iterator
 * below stands between the body and whoever runs it: it enters, hands every step
 * through unchanged, and when the body has ended, however it ended, it leaves.
 * Leaving may itself wait (a task group waits for its tasks), and then the same
 * iterator hands those steps through.
 *
 * It is a plain object with three methods rather than a generator around the body:
 * a generator would be one more frame to pass on every switch inside.
 *
 * @module
 */

import { currentLoop } from "../loop/base_event_loop.ts";
import { type Coroutine, describe, type Suspension } from "./coroutine.ts";

/** How a body ended. */
export type Ending<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: unknown };

type Step<T> = IteratorResult<Suspension, T>;

/** Runs a body between an entrance and an exit. */
export abstract class Block<T, R = T> implements Coroutine<R> {
  readonly #where: string;
  #body: Coroutine<T> | null = null;
  #exit: Coroutine<R> | null = null;

  constructor(where: string) {
    this.#where = where;
    currentLoop()?._debug?.coroutineMade(this, where);
  }

  /** Enters and makes the body; runs at the first step. */
  protected abstract enter(): Coroutine<T>;

  /** Leaves: gives the result, throws, or returns a coroutine that does. */
  protected abstract leave(ending: Ending<T>): R | ExitCoroutine<R>;

  next(value?: unknown): Step<R> {
    if (this.#exit !== null) return this.#exit.next(value);
    let step: Step<T>;
    try {
      step = this.#body === null ? this.#begin() : this.#body.next(value);
    } catch (error) {
      return this.#end({ ok: false, error });
    }
    return step.done ? this.#end({ ok: true, value: step.value }) : step;
  }

  throw(error: unknown): Step<R> {
    if (this.#exit !== null) return this.#exit.throw(error);
    if (this.#body === null) throw error;
    let step: Step<T>;
    try {
      step = this.#body.throw(error);
    } catch (thrown) {
      return this.#end({ ok: false, error: thrown });
    }
    return step.done ? this.#end({ ok: true, value: step.value }) : step;
  }

  return(value: R): Step<R> {
    if (this.#exit !== null) return this.#exit.return(value);
    if (this.#body === null) return { done: true, value };
    let step: Step<T>;
    try {
      step = this.#body.return(undefined as T);
    } catch (error) {
      return this.#end({ ok: false, error });
    }
    if (!step.done) return step; // the body waits while it cleans up
    const end = this.#end({ ok: true, value: step.value });
    return end.done ? { done: true, value } : end;
  }

  [Symbol.iterator](): this {
    return this;
  }

  #begin(): Step<T> {
    currentLoop()?._debug?.coroutineAwaited(this);
    const body = this.enter();
    if (typeof body?.next !== "function") {
      throw new TypeError(
        `${this.#where} takes a coroutine function (function*) as its body; this one gave ${
          describe(body)
        }`,
      );
    }
    this.#body = body;
    return body.next();
  }

  #end(ending: Ending<T>): Step<R> {
    const left = this.leave(ending);
    if (!(left instanceof ExitCoroutine)) return { done: true, value: left };
    this.#exit = left.coroutine;
    return this.#exit.next();
  }
}

/** Says that leaving a block waits. */
export class ExitCoroutine<R> {
  readonly coroutine: Coroutine<R>;

  constructor(coroutine: Coroutine<R>) {
    this.coroutine = coroutine;
  }
}

/** Refuses what is not the function that makes a body. */
export function checkBody(body: unknown, where: string): void {
  if (typeof body === "function") return;
  throw new TypeError(
    `${where} takes a coroutine function as its body, not ${
      describe(body)
    }; pass the function itself`,
  );
}
