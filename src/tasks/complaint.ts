/**
 * What a coroutine hears that yielded something it can't wait for (rule 12).
 *
 * The error is not thrown at once: it stands in the place of the wait, and is
 * thrown into the coroutine in a step of its own.
 *
 * @module
 */

import {
  type Coroutine,
  describe,
  isCoroutine,
  isPromiseLike,
  NO_STAR,
  Suspension,
} from "./coroutine.ts";
import { Future } from "./future.ts";

/** Waits that are over before they begin: they mark a task for its next step. */
class Mark extends Suspension {
  override get _loop(): never {
    throw new Error("A mark has no loop");
  }
  override _begin(): string {
    return NO_STAR;
  }
  override _cancel(): boolean {
    return false;
  }
  override _error(): unknown {
    return undefined;
  }
  override _target(): null {
    return null;
  }
}

/** Stands where a task has no wait yet, since it has not begun. */
export const NOT_STARTED: Suspension = new Mark();

/** The coroutine yielded something foreign and is to hear of it. */
export class Complaint extends Mark {
  readonly #error: Error;

  constructor(error: Error) {
    super();
    this.#error = error;
  }

  override _error(): Error {
    return this.#error;
  }
}

/** Throws a complaint into the coroutine, through whatever it yielded. */
export function hand<T>(
  complaint: Error,
  coroutine: Coroutine<T>,
): IteratorResult<Suspension, T> {
  try {
    return coroutine.throw(complaint);
  } catch (error) {
    // `yield*` of an array: its iterator has no throw(), says the engine.
    if (error instanceof TypeError && /'throw'/.test(error.message)) {
      complaint.cause ??= error;
      throw complaint;
    }
    throw error;
  }
}

/** A task, as far as a complaint names it. */
interface Named {
  getName(): string;
}

export function foreignWait(task: Named): Error {
  return new Error(
    `Task ${task.getName()} waits for a future of another loop; bring it over with fromPromise(future.then())`,
  );
}

export function circularWait(task: Named): Error {
  return new Error(`Task ${task.getName()} cannot wait for itself`);
}

/** A plain `yield` leaves no line in the stack, so at least whose it was. */
export function badWait(objection: string, task: Named): TypeError {
  return new TypeError(`${objection} (in ${task.getName()})`);
}

export function badYield(value: unknown, task: Named): TypeError {
  return badWait(objectionTo(value), task);
}

function objectionTo(value: unknown): string {
  if (value instanceof Future) return NO_STAR;
  if (isCoroutine(value)) {
    return "Coroutine yielded a coroutine with yield; use yield*";
  }
  if (isPromiseLike(value)) {
    return "Coroutine yielded a promise; use yield* fromPromise(promise)";
  }
  return `Coroutine yielded ${
    describe(value)
  }; only yield* of an awaitable can wait`;
}
