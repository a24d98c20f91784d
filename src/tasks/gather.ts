/**
 * Many awaitables, one list of results.
 *
 * The outer future hears of each child through one and the same done callback,
 * which counts. It is settled by the first error or by the last result, and
 * after that the callback only marks errors as seen: siblings of a failed child
 * run on (rule 14), and nobody waits for their errors any more.
 *
 * @module
 */

import { type BaseEventLoop, currentLoop } from "../loop/base_event_loop.ts";
import type { Context, Runnable } from "../loop/context.ts";
import {
  type Awaitable,
  type Coroutine,
  isCoroutine,
  notAwaitable,
  ownerOf,
  type ResultOf,
  type Waiter,
} from "./coroutine.ts";
import { ensureFuture } from "./ensure_future.ts";
import { CancelledError } from "./exceptions.ts";
import { ERROR, Future, PENDING, RESULT } from "./future.ts";

/** How results are gathered. */
export interface GatherOptions {
  /** Put errors into the list, in the place of results, and never throw one. */
  returnExceptions?: boolean;
}

/** The results of a tuple of awaitables, in its order. */
export type Gathered<A extends readonly unknown[]> = {
  -readonly [I in keyof A]: ResultOf<A[I]>;
};

/**
 * Runs awaitables side by side and collects their results in the order in which
 * they were given. The first error is thrown at once, while the others run on.
 *
 * @param awaitables coroutines, futures and promises
 * @param options whether errors count as results
 * @returns a future of the results
 * @throws {TypeError} when something in the list can't be awaited
 *
 * @example
 * ```ts
 * import { gather, runSync, sleep } from "@loopbook/loopbook";
 * import { assertEquals } from "@std/assert";
 *
 * function* fetchLength(word: string) {
 *   yield* sleep(100 * word.length);
 *   return word.length;
 * }
 * function* main() {
 *   return yield* gather([fetchLength("three"), fetchLength("one")]);
 * }
 * assertEquals(runSync(main), [5, 3]);
 * ```
 *
 * @see https://docs.python.org/3/library/asyncio-task.html#asyncio.gather
 */
export function gather<const A extends readonly Awaitable<unknown>[]>(
  awaitables: A,
  options: { returnExceptions: true },
): Future<{ -readonly [I in keyof A]: ResultOf<A[I]> | Error }>;
/**
 * Runs awaitables side by side and collects their results.
 *
 * @param awaitables coroutines, futures and promises
 * @param options whether errors count as results
 * @returns a future of the results
 */
export function gather<const A extends readonly Awaitable<unknown>[]>(
  awaitables: A,
  options?: GatherOptions,
): Future<Gathered<A>>;
export function gather(
  awaitables: readonly Awaitable<unknown>[],
  { returnExceptions = false }: GatherOptions = {},
): Future<unknown> {
  if (!Array.isArray(awaitables)) {
    throw new TypeError(
      "gather() takes one array of awaitables: gather([first(), second()])",
    );
  }
  for (const awaitable of awaitables) checkAwaitable(awaitable);
  const [first] = awaitables;
  const loop = first instanceof Future ? first._loop : runningLoop();
  return new GatheringFuture(loop, awaitables, returnExceptions);
}

// #region gathering-future
export class GatheringFuture extends Future<unknown> implements Waiter {
  /** The futures of the arguments; the same argument twice is one future. */
  readonly #children: Future<unknown>[] = [];
  readonly #returnExceptions: boolean;
  #unfinished = 0;
  #cancelRequested = false;
  #countOne: ChildDone | null = null;

  constructor(
    loop: BaseEventLoop,
    awaitables: readonly Awaitable<unknown>[],
    returnExceptions: boolean,
  ) {
    super(loop);
    this.#returnExceptions = returnExceptions;
    const seen = new Map<unknown, Future<unknown>>();
    const alreadyDone: Future<unknown>[] = [];
    for (const awaitable of awaitables) {
      // A coroutine knows the task it was handed to, so only futures and
      // promises need the map; and BARE_YIELD is a new wait every time.
      const coroutine = isCoroutine(awaitable);
      const known = coroutine ? this.#childOf(awaitable) : seen.get(awaitable);
      const child = known ?? ensureFuture(awaitable);
      this.#children.push(child);
      if (known !== undefined) continue;
      this.#unfinished++;
      if (!coroutine) seen.set(awaitable, child);
      if (child.done()) alreadyDone.push(child);
      else child._addEntry(this);
    }
    for (const child of alreadyDone) this._childDone(child);
    if (awaitables.length === 0) this.setResult([]);
  }

  /** The child that was made of a coroutine which stands in the list twice. */
  #childOf(coroutine: Coroutine<unknown>): Future<unknown> | undefined {
    const owner = ownerOf(coroutine) as Future<unknown> | undefined;
    if (owner === undefined) return undefined;
    return this.#children.includes(owner) ? owner : undefined;
  }

  /** A child is done: like any done callback, it is heard in the next pass. */
  _wakeUp(child: Future<unknown>): void {
    const tracer = this._loop._tracer;
    // A result is only counted: unless somebody tells the steps apart, one does
    // for all of them, in as many places of the queue.
    const step = child._state === RESULT && tracer === null
      ? this.#countOne ??= new ChildDone(this, child)
      : new ChildDone(this, child);
    tracer?.callbackScheduled(step, "gather", child);
    this._loop._enqueue(step);
  }

  /** Cancels the children; their endings settle this future. */
  override cancel(message?: string): boolean {
    if (this.done()) return false;
    let any = false;
    for (const child of this.#children) {
      if (child.cancel(message)) any = true;
    }
    if (any) this.#cancelRequested = true;
    return any;
  }

  /** @internal */
  _childDone(child: Future<unknown>): void {
    this.#unfinished--;
    if (this._state !== PENDING) {
      if (child._state === ERROR) child._error(); // nobody else will look
      return;
    }
    if (!this.#returnExceptions && child._state !== RESULT) {
      return this.setException(child._error());
    }
    if (this.#unfinished > 0) return;
    const outcomes = this.#children.map(outcome);
    if (this.#cancelRequested) {
      // As CPython: that of the last child in the list, not of the last to end.
      this.setException(this.#children.at(-1)!._cancellation());
    } else this.setResult(outcomes);
  }

  override get [Symbol.toStringTag](): string {
    return "GatheringFuture";
  }

  override _label(): string {
    return "gather";
  }
}
// #endregion

/** The step in which a gathering future hears of a child. */
export class ChildDone implements Runnable {
  /** @internal */
  readonly _outer: GatheringFuture;
  readonly #child: Future<unknown>;

  constructor(outer: GatheringFuture, child: Future<unknown>) {
    this._outer = outer;
    this.#child = child;
  }

  get _context(): Context {
    throw new Error("Gathering runs nothing of the program's");
  }

  _run(): void {
    this._outer._childDone(this.#child);
  }

  _label(): string {
    return "gather";
  }
}

function outcome(child: Future<unknown>): unknown {
  if (child._state === RESULT) return child._value;
  if (child._state === ERROR) return child._error();
  // What a task threw stays with it; only a message given to cancel() comes.
  return new CancelledError(
    child._value instanceof CancelledError
      ? ""
      : child._value as string | undefined,
  );
}

function runningLoop(): BaseEventLoop {
  const loop = currentLoop();
  if (loop !== null) return loop;
  throw new Error("No running event loop; call gather() in a coroutine");
}

/** Before any task is made, so that a bad argument leaves nothing running. */
function checkAwaitable(awaitable: unknown): void {
  const good = typeof awaitable === "object" && awaitable !== null &&
    (awaitable instanceof Future || isCoroutine(awaitable) ||
      typeof (awaitable as PromiseLike<unknown>).then === "function");
  if (!good) throw notAwaitable(awaitable, "gather()");
}
