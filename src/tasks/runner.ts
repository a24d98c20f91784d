/**
 * From native code into a loop, and properly out again.
 *
 * @module
 */

import type { EventLoopOptions } from "../loop/base_event_loop.ts";
import { type Context, shareContext } from "../loop/context.ts";
import { type Coroutine, isCoroutine, notAwaitable } from "./coroutine.ts";
import { EventLoop } from "./event_loop.ts";
import { cancelAll } from "./shutdown.ts";

/** How a program is run. */
export interface RunOptions extends EventLoopOptions {
  /** Cancels the program when it aborts. */
  signal?: AbortSignal;
  /** The name of the main task; by default `Task-1`. */
  name?: string;
}

/** A coroutine, or the function that makes it. */
export type Main<T> = Coroutine<T> | (() => Coroutine<T>);

let defaults: Pick<RunOptions, "clock" | "trace"> = {};

/**
 * Changes what `run` and `Runner` do when their caller says nothing. This is for
 * hosts that show programs, such as this book's chapter runner: they make the
 * clock virtual and listen, and the program stays as its reader would write it.
 *
 * @param options the clock and the trace that programs get by default
 * @returns puts the former defaults back
 *
 * @example
 * ```ts
 * import { run, setRunDefaults, sleep } from "@loopbook/loopbook";
 *
 * const restore = setRunDefaults({ clock: "virtual" });
 * await run(sleep(3_600_000)); // an hour, at once
 * restore();
 * ```
 */
export function setRunDefaults(
  options: Pick<RunOptions, "clock" | "trace">,
): () => void {
  const former = defaults;
  defaults = options;
  return () => {
    defaults = former;
  };
}

/** The options of a program with the host's defaults filled in. */
export function withDefaults<O extends RunOptions>(options: O): O {
  return { ...defaults, ...options };
}

/**
 * Runs several coroutines on one loop and cleans up at the end, as
 * `asyncio.Runner`.
 *
 * @example
 * ```ts
 * import { Runner, sleep } from "@loopbook/loopbook";
 * import { assertEquals } from "@std/assert";
 *
 * const runner = new Runner({ clock: "virtual" });
 * assertEquals(await runner.run(sleep(1000, 1)), 1);
 * assertEquals(await runner.run(sleep(1000, 2)), 2);
 * assertEquals(runner.getLoop().time(), 2000);
 * await runner.close();
 * ```
 *
 * @see https://docs.python.org/3/library/asyncio-runner.html#asyncio.Runner
 */
export class Runner {
  readonly #loop: EventLoop;
  #context: Context = shareContext();
  #closed = false;

  /**
   * Makes a runner and its loop.
   *
   * @param options which clock, and who listens
   */
  constructor(options: EventLoopOptions = {}) {
    this.#loop = new EventLoop(withDefaults(options));
  }

  /**
   * The runner's loop.
   *
   * @returns the loop
   */
  getLoop(): EventLoop {
    return this.#loop;
  }

  /**
   * Runs a coroutine to its end. Tasks that it leaves behind go on in the next
   * `run`.
   *
   * @param main the coroutine, or the function that makes it
   * @param options a signal that cancels it, and its name
   * @returns a promise of its result
   * @throws {TypeError} when it is not a coroutine
   * @throws {Error} when the runner is closed, or a loop is running
   */
  async run<T>(
    main: Main<T>,
    options: Pick<RunOptions, "signal" | "name"> = {},
  ): Promise<T> {
    if (this.#closed) {
      throw new Error("Runner is closed; make a new one");
    }
    // #region run
    const { signal, name } = options;
    const task = this.#loop.createTask(coroutineOf(main, "run()"), {
      context: this.#context,
      ...(name === undefined ? {} : { name }),
    });
    const abort = () => task.cancel(String(signal!.reason));
    if (signal?.aborted) abort();
    signal?.addEventListener("abort", abort);
    try {
      return await this.#loop.runUntilComplete(task);
    } finally {
      this.#context = task._context; // what one run sets, the next one sees
      signal?.removeEventListener("abort", abort);
    }
    // #endregion
  }

  /**
   * Cancels the tasks that are left, waits for them, reports their errors and
   * closes the loop. Closing twice is fine.
   *
   * @returns a promise of nothing
   */
  // #region close
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    const left = cancelAll(this.#loop);
    if (left !== null) {
      await this.#loop.runUntilComplete(left.ended());
      left.report();
    }
    this.#loop.close();
  }
  // #endregion

  /**
   * For `await using` in hosts that have it.
   *
   * @returns a promise of nothing
   */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

/** Checks what a program is to run. */
export function coroutineOf<T>(main: Main<T>, where: string): Coroutine<T> {
  const coroutine = typeof main === "function" ? main() : main;
  if (isCoroutine(coroutine)) return coroutine as Coroutine<T>;
  if (typeof (coroutine as PromiseLike<T> | undefined)?.then === "function") {
    throw new TypeError(
      `${where} takes a coroutine (function*), not ${
        main === coroutine ? "a promise" : "an async function"
      }; await it directly, or use yield* fromPromise(…) in a coroutine`,
    );
  }
  throw notAwaitable(coroutine, where, "a coroutine, or a function* to call");
}
