/**
 * Queues: from tasks that make things to tasks that use them.
 *
 * Rule 26. A task that waits is woken when there *may* be something for it; it then
 * looks again, because in the pass between its wake-up and its step somebody may
 * have taken the item with `getNowait`. Then it waits again, at the end of the
 * line. A woken task that is cancelled before it could look passes the wake-up on.
 *
 * @module
 */

import type { Coroutine } from "../tasks/coroutine.ts";
import { QueueEmpty, QueueFull, QueueShutDown } from "../tasks/exceptions.ts";
import { getRunningLoop } from "../tasks/event_loop.ts";
import type { Future } from "../tasks/future.ts";
import { Event } from "./event.ts";
import { FifoItems, type Items } from "./items.ts";

/** How a queue is shut down. */
export interface ShutdownOptions {
  /** Throw away what is still in it. */
  immediate?: boolean;
}

/**
 * A first-in, first-out queue for tasks, as `asyncio.Queue`.
 *
 * @example
 * ```ts
 * import { gather, Queue, runSync, sleep } from "@loopbook/loopbook";
 * import { assertEquals } from "@std/assert";
 *
 * function* produce(queue: Queue<number>) {
 *   for (let n = 1; n <= 3; n++) {
 *     yield* sleep(10);
 *     yield* queue.put(n);
 *   }
 *   queue.shutdown();
 * }
 * function* consume(queue: Queue<number>) {
 *   let sum = 0;
 *   try {
 *     for (;;) sum += yield* queue.get();
 *   } catch {
 *     return sum; // QueueShutDown
 *   }
 * }
 * function* main() {
 *   const queue = new Queue<number>(2);
 *   const [sum] = yield* gather([consume(queue), produce(queue)]);
 *   return sum;
 * }
 * assertEquals(runSync(main), 6);
 * ```
 *
 * @see https://docs.python.org/3/library/asyncio-queue.html#asyncio.Queue
 */
export class Queue<T> {
  readonly #items: Items<T>;
  readonly #getters = new Set<Future<void>>();
  readonly #putters = new Set<Future<void>>();
  readonly #finished = new Event();
  readonly #maxsize: number;
  #unfinished = 0;
  #isShutDown = false;

  /**
   * Makes a queue.
   *
   * @param maxsize how many items fit in; 0 and less for any number
   * @throws {RangeError} when it is NaN
   */
  constructor(maxsize = 0) {
    if (typeof maxsize !== "number" || Number.isNaN(maxsize)) {
      throw new RangeError(
        `Queue needs a number as its size, 0 for no limit, not ${
          String(maxsize)
        }`,
      );
    }
    this.#maxsize = maxsize;
    this.#items = this._makeItems();
    this.#finished.set();
  }

  /**
   * The order in which items come out.
   * @internal
   */
  _makeItems(): Items<T> {
    return new FifoItems<T>();
  }

  /** How many items fit in; 0 and less for any number. */
  get maxsize(): number {
    return this.#maxsize;
  }

  /**
   * How many items are in the queue.
   *
   * @returns the number
   */
  qsize(): number {
    return this.#items.size;
  }

  /**
   * Whether the queue is empty.
   *
   * @returns `true` when `get` would wait
   */
  empty(): boolean {
    return this.#items.size === 0;
  }

  /**
   * Whether the queue is full.
   *
   * @returns `true` when `put` would wait
   */
  full(): boolean {
    return this.#maxsize > 0 && this.#items.size >= this.#maxsize;
  }

  // #region put
  /**
   * Puts an item in, waiting while the queue is full.
   *
   * @param item the item
   * @returns a coroutine of nothing
   * @throws {QueueShutDown} when the queue is shut down
   */
  *put(item: T): Coroutine<void> {
    while (this.full()) {
      if (this.#isShutDown) throw new QueueShutDown(SHUT_DOWN);
      yield* waitIn(this.#putters, () => !this.full());
    }
    this.putNowait(item);
  }

  /**
   * Puts an item in at once.
   *
   * @param item the item
   * @throws {QueueFull} when there is no room
   * @throws {QueueShutDown} when the queue is shut down
   */
  putNowait(item: T): void {
    if (this.#isShutDown) throw new QueueShutDown(SHUT_DOWN);
    if (this.full()) {
      throw new QueueFull(
        `Queue holds ${this.#maxsize} items already; wait with yield* put()`,
      );
    }
    this.#items.add(item);
    this.#unfinished++;
    this.#finished.clear();
    wakeNext(this.#getters);
  }
  // #endregion

  // #region get
  /**
   * Takes an item out, waiting while the queue is empty.
   *
   * @returns a coroutine of the item
   * @throws {QueueShutDown} when the queue is shut down and empty
   */
  *get(): Coroutine<T> {
    while (this.empty()) {
      if (this.#isShutDown) throw new QueueShutDown(SHUT_DOWN);
      yield* waitIn(this.#getters, () => !this.empty());
    }
    return this.getNowait();
  }

  /**
   * Takes an item out at once.
   *
   * @returns the item
   * @throws {QueueEmpty} when there is none
   * @throws {QueueShutDown} when the queue is shut down and empty
   */
  getNowait(): T {
    if (this.empty()) {
      if (this.#isShutDown) throw new QueueShutDown(SHUT_DOWN);
      throw new QueueEmpty("Queue is empty; wait with yield* get()");
    }
    const item = this.#items.take();
    wakeNext(this.#putters);
    return item;
  }
  // #endregion

  /**
   * Says that the work on an item that was taken out is done.
   *
   * @throws {RangeError} when it is said more often than items were put in
   */
  taskDone(): void {
    if (this.#unfinished <= 0) {
      throw new RangeError(
        "taskDone() called too many times; once for each item taken out",
      );
    }
    if (--this.#unfinished === 0) this.#finished.set();
  }

  /**
   * Waits until the work on every item is done: see `taskDone`.
   *
   * @returns a coroutine of nothing
   */
  *join(): Coroutine<void> {
    if (this.#unfinished > 0) yield* this.#finished.wait();
  }

  // #region shutdown
  /**
   * Shuts the queue down: nothing goes in any more, and once it is empty nothing
   * comes out. Everybody who waits is woken.
   *
   * @param options whether to throw away what is in it
   */
  shutdown({ immediate = false }: ShutdownOptions = {}): void {
    this.#isShutDown = true;
    if (immediate) {
      while (!this.empty()) {
        this.#items.take();
        if (this.#unfinished > 0) this.#unfinished--;
      }
      if (this.#unfinished === 0) this.#finished.set();
    }
    wakeAll(this.#getters);
    wakeAll(this.#putters);
  }
  // #endregion
}

const SHUT_DOWN = "Queue is shut down";

// #region wait-in-line
/** Waits at the end of a line until somebody says that it may be worth looking. */
function* waitIn(
  line: Set<Future<void>>,
  isWorthIt: () => boolean,
): Coroutine<void> {
  const waiter = getRunningLoop().createFuture<void>();
  line.add(waiter);
  try {
    yield* waiter;
  } catch (error) {
    waiter.cancel();
    line.delete(waiter);
    if (isWorthIt() && !waiter.cancelled()) wakeNext(line);
    throw error;
  }
}

function wakeNext(line: Set<Future<void>>): void {
  for (const waiter of line) {
    line.delete(waiter);
    if (waiter.done()) continue;
    waiter.setResult();
    return;
  }
}

function wakeAll(line: Set<Future<void>>): void {
  for (const waiter of line) if (!waiter.done()) waiter.setResult();
  line.clear();
}
// #endregion
