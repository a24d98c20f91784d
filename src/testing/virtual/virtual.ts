/**
 * A test on virtual time.
 *
 * @module
 */

import {
  type Coroutine,
  describe,
  isCoroutine,
} from "../../tasks/coroutine.ts";
import { hostContexts } from "./current_host.ts";
import { CoroutineBody } from "./coroutine_body.ts";
import { checkOptions, trueOrFalse } from "./known_options.ts";
import { checkLeaks } from "./left_over.ts";
import { PromiseWatch } from "./promise_watch.ts";
import { type RejectionWatch, watchRejections } from "./unhandled.ts";
import { DEFAULT_DATE, VirtualHost } from "./virtual_host.ts";
import { VirtualRun } from "./virtual_run.ts";
import { type Advance, type VirtualTime, virtualTime } from "./virtual_time.ts";

/** How a body is run on virtual time. */
export interface VirtualOptions {
  /**
   * The date when the body begins: a `Date`, or milliseconds since 1970. By
   * default the first of January 2000, UTC, so that every run is the same.
   */
  date?: Date | number;
  /**
   * How long the run may wait for the host's I/O at a stretch, in milliseconds of
   * real time. By default 5,000.
   */
  realTimeLimit?: number;
  /**
   * How many timers may fire. A program that sets a timer in every timer would
   * never end. By default 1,000,000.
   */
  steps?: number;
  /** Whether what the body leaves over is an error; it is by default. */
  leaks?: boolean;
}

/**
 * What {@linkcode virtual} runs: any function, async or not, or a generator
 * function, which runs as a coroutine on a loop of its own.
 */
export type VirtualBody<T> = (
  time: VirtualTime,
) => T | PromiseLike<T> | Coroutine<T>;

/**
 * Runs a test on virtual time. The clock stands still while anything can run, and
 * jumps to the next deadline when all wait: an hour's sleep is over at once, and
 * every run is the same.
 *
 * For the run, the host's timers and clocks are replaced: `setTimeout`,
 * `setInterval`, `setImmediate` and what clears them, `Date`, `performance.now`,
 * `AbortSignal.timeout`, `Temporal.Now`, `process.hrtime`, `node:timers` and
 * `node:timers/promises`, `scheduler.postTask`, and the clock of event loops that
 * are made in it. Code outside of the run keeps the real ones, where the host can
 * tell it apart (`AsyncLocalStorage`); elsewhere a second run is refused while one
 * goes on. Real I/O is waited for, and the clock stands still meanwhile; in
 * browsers, which don't tell of it, that goes for `fetch`, blobs and
 * `crypto.subtle`. Functions that were taken from the host before the run stay
 * real. In Deno that goes, inside the body too, for what is imported from
 * `node:timers` by name or as a namespace (`import * as timers`,
 * `await import("node:timers")`), since Deno never renews those;
 * `import timers from "node:timers"`, the namespace's `default` and
 * `require("node:timers")` give the virtual ones.
 *
 * The handlers of a server are called by the host, which forgets who started it:
 * what a `Deno.serve` inside the body calls runs on the real clock and with real
 * timers. Call the handler itself in the body to have it on virtual time.
 *
 * @typeParam T what the body returns
 * @param body gets the clock; async, plain, or a generator function
 * @param options date, limits, leaks
 * @returns a promise of what the body returns
 * @throws {DeadlockError} when the body waits for what can never happen; it says
 * who waits for what, and where
 * @throws {LeakError} when timers, tasks, promises, operations or unhandled
 * rejections are left over
 * @throws {TimeoutError} when the host's I/O takes longer than `realTimeLimit`, or
 * when a deadlock can't be told from that: beside a server of this process that
 * waits for a call, and in browsers, which don't tell what is in flight
 * @throws {RangeError} when more than `steps` timers fired, or an option is out of
 * range
 * @throws {TypeError} when the body is not a function, there is no such option, or
 * `leaks` is neither true nor false
 * @throws {Error} when it is called inside of another run
 *
 * @example Native code
 * ```ts
 * import { virtual } from "@loopbook/loopbook";
 * import { assertEquals } from "@std/assert";
 *
 * const sleep = (ms: number) => new Promise((wake) => setTimeout(wake, ms));
 *
 * await virtual(async (time) => {
 *   await sleep(3_600_000);
 *   assertEquals(time.now(), 3_600_000);
 * });
 * ```
 *
 * @example A coroutine, and time that passes step by step
 * ```ts
 * import { sleep, virtual } from "@loopbook/loopbook";
 * import { assertEquals } from "@std/assert";
 *
 * const heard: string[] = [];
 * await virtual(function* () {
 *   yield* sleep(1000);
 *   heard.push("a second");
 * });
 *
 * await virtual(async (time) => {
 *   setTimeout(() => heard.push("a minute"), 60_000);
 *   await time.advance(59_999);
 *   assertEquals(heard, ["a second"]);
 *   await time.advance(1);
 *   assertEquals(heard, ["a second", "a minute"]);
 * });
 * ```
 */
export async function virtual<T>(
  body: VirtualBody<T>,
  options: VirtualOptions = {},
): Promise<T> {
  checkBody(body);
  const { date, leaks, ...limits } = checkedOptions(options);
  const host = new VirtualHost({ date, origins: true });
  const contexts = hostContexts();
  const advances = new Set<Advance>();
  const coroutines = new CoroutineBody(host);
  let promises: PromiseWatch | null = null;
  let rejections: RejectionWatch | null = null;
  const run = new VirtualRun(
    host,
    advances,
    limits,
    () => ({ host, promises, coroutines, rejections }),
  );
  try {
    if (contexts === null) host.install();
    else host.share();
  } catch (error) {
    run.close();
    coroutines.close();
    throw error;
  }
  try {
    rejections = watchRejections(host);
    promises = new PromiseWatch(host);
    const inContext = <R>(work: () => R): R =>
      contexts === null ? work() : contexts.enter(host, work);
    const ended = inContext(() =>
      settle(() => start(body, virtualTime(host, advances), coroutines))
    );
    let ending: Ending<T> | null = null;
    ended.then((how) => ending = how);
    await run.drive(() => ending !== null);
    const how = ending! as Ending<T>;
    if (!how.ok) throw how.error;
    if (leaks) {
      await checkLeaks({ host, advances, coroutines, run, rejections });
    }
    return how.value;
  } finally {
    promises?.close();
    run.close();
    host.restore();
    rejections?.close();
    coroutines.close();
  }
}

/** How a body ended. */
type Ending<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: unknown };

async function settle<T>(work: () => T | PromiseLike<T>): Promise<Ending<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, error };
  }
}

function start<T>(
  body: VirtualBody<T>,
  time: VirtualTime,
  coroutines: CoroutineBody,
): T | PromiseLike<T> {
  const result = body(time);
  if (isCoroutine(result)) return coroutines.run(result as Coroutine<T>);
  if (
    typeof (result as AsyncIterator<unknown> | undefined)?.next === "function"
  ) {
    throw new TypeError(
      "Body of virtual() is an async generator, which runs only when it is iterated; use async function or function*",
    );
  }
  return result as T | PromiseLike<T>;
}

function checkBody(body: unknown): void {
  if (typeof body === "function") return;
  const started = isCoroutine(body) ||
    typeof (body as PromiseLike<unknown> | undefined)?.then === "function";
  throw new TypeError(
    `virtual() takes a function to run, not ${describe(body)}${
      started ? "; give it the function itself, without calling it" : ""
    }`,
  );
}

/** The names of all options: the type checker sees that none is left out. */
const OPTIONS = /* @__PURE__ */ Object.keys(
  { date: 0, realTimeLimit: 0, steps: 0, leaks: 0 } satisfies Record<
    keyof VirtualOptions,
    0
  >,
);

/** Milliseconds before and after 1970 that a `Date` can hold. */
const MOST_DATE = 8.64e15;

function checkedOptions(options: VirtualOptions): Required<
  VirtualOptions & { date: number }
> {
  checkOptions("virtual", options, OPTIONS);
  const { date = DEFAULT_DATE, leaks = true } = options;
  const { realTimeLimit = 5000, steps = 1_000_000 } = options;
  const time = Number(date);
  if (
    !(typeof date === "number" || date instanceof Date) ||
    !(Math.abs(time) <= MOST_DATE)
  ) {
    throw new RangeError(
      `Invalid date: ${
        date instanceof Date ? "null" : shown(date)
      }; it must be a valid Date, or milliseconds since 1970`,
    );
  }
  if (typeof realTimeLimit !== "number" || !(realTimeLimit >= 0)) {
    throw new RangeError(
      `Invalid realTimeLimit: ${
        shown(realTimeLimit)
      }; it must be a number of milliseconds from 0 on`,
    );
  }
  if (typeof steps !== "number" || !(steps >= 1)) {
    throw new RangeError(
      `Invalid steps: ${
        shown(steps)
      }; at least 1 timer must be allowed to fire`,
    );
  }
  return {
    date: time,
    leaks: trueOrFalse("leaks", leaks),
    realTimeLimit,
    steps,
  };
}

function shown(value: unknown): string {
  return typeof value === "number" ? String(value) : describe(value);
}
