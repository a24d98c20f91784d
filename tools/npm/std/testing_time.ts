/**
 * `@std/testing/time` from npm: `FakeTime` over `@sinonjs/fake-timers`.
 *
 * Two habits of that package are levelled to those of the real FakeTime. It
 * gives a timer of 0 ms that a callback sets one millisecond more; here it
 * fires within the same tick. And it returns timer objects; here they are
 * numbers.
 *
 * @module
 */
import { createClock } from "npm:@sinonjs/fake-timers@15.5.0";
import { delay as waitFor, type DelayOptions } from "./delay.ts";

export type { DelayOptions };

/** Thrown when time is faked twice, or restored without having been faked. */
export class TimeError extends Error {
  /** @param message What was wrong. */
  constructor(message: string) {
    super(message);
    this.name = "TimeError";
  }
}

type Clock = ReturnType<typeof createClock>;
type Callback = (...args: unknown[]) => void;
type AnyCallback = () => unknown;

// What FakeTime stands in for: those of globalThis, and one of AbortSignal.
const NAMES = [
  "Date",
  "setTimeout",
  "clearTimeout",
  "setInterval",
  "clearInterval",
] as const;

const real = Object.fromEntries(
  NAMES.map((name) => [name, globalThis[name]]),
);
const realSignalTimeout = AbortSignal.timeout;

let current: FakeTime | undefined;

/**
 * While one exists, `Date`, `setTimeout`, `setInterval` and
 * `AbortSignal.timeout` go by a time that moves only when it is told to.
 *
 * @example
 * ```ts
 * import { FakeTime } from "@std/testing/time";
 *
 * using time = new FakeTime(0);
 * setTimeout(() => console.log(Date.now()), 1000);
 * time.tick(1000); // prints 1000
 * ```
 */
export class FakeTime implements Disposable {
  readonly #clock: Clock;
  readonly #start: number;

  /**
   * Takes the place of real time.
   *
   * @param start The time to begin with; now by default.
   * @throws {TimeError} If time is faked already.
   * @throws {TypeError} If `start` is no valid time.
   */
  constructor(start?: number | string | Date | null) {
    if (current) {
      throw new TimeError("Cannot construct FakeTime: time is already faked");
    }
    this.#start = start === undefined || start === null
      ? Date.now()
      : Math.floor(new Date(start).valueOf());
    if (Number.isNaN(this.#start)) {
      throw new TypeError(
        `Cannot construct FakeTime: invalid start time ${start}`,
      );
    }
    this.#clock = createClock(this.#start);
    Object.defineProperty(this.#clock, "duringTick", {
      get: () => false,
      set: () => {},
    });
    current = this;
    this.#install();
  }

  /** Restores real time. */
  static restore(): void {
    if (!current) {
      throw new TimeError("Cannot restore time: time is already restored");
    }
    current.restore();
  }

  /**
   * Restores real time while a function runs, and while its promise is pending.
   *
   * @param callback The function.
   * @param args Its arguments.
   * @returns What it returns.
   */
  static async restoreFor<T, Args extends unknown[]>(
    callback: (...args: Args) => Promise<T> | T,
    ...args: Args
  ): Promise<T> {
    if (!current) {
      throw new TimeError("Cannot restore time: time is not faked");
    }
    uninstall();
    try {
      const result = callback(...args);
      return result instanceof Promise ? await result : result;
    } finally {
      if (current) current.#install();
    }
  }

  /** The time now, in milliseconds since 1970. */
  get now(): number {
    return this.#clock.now;
  }

  /** Moves time on and fires what is due on the way. */
  set now(value: number) {
    const ms = value - this.#clock.now;
    if (ms < 0) {
      throw new RangeError(
        "Cannot set current time in the past, time must be >= " +
          `${this.#clock.now}: received ${value}`,
      );
    }
    this.#clock.tick(ms);
  }

  /** The time it began with, in milliseconds since 1970. */
  get start(): number {
    return this.#start;
  }

  /**
   * Moves time on and fires what is due on the way.
   *
   * @param ms By how much, in milliseconds.
   */
  tick(ms = 0): void {
    this.now += ms;
  }

  /** Lets promises settle, then does the same as {@linkcode FakeTime.tick}. */
  async tickAsync(ms = 0): Promise<void> {
    await this.runMicrotasks();
    this.tick(ms);
  }

  /**
   * Moves time on to the next timer and fires it.
   *
   * @returns Whether there was one.
   */
  next(): boolean {
    if (this.#clock.countTimers() === 0) return false;
    this.#clock.next();
    return true;
  }

  /** Lets promises settle, then does the same as {@linkcode FakeTime.next}. */
  async nextAsync(): Promise<boolean> {
    await this.runMicrotasks();
    return this.next();
  }

  /** Fires timers until there are none. */
  runAll(): void {
    while (this.next());
  }

  /** Fires timers, letting promises settle in between, until there are none. */
  async runAllAsync(): Promise<void> {
    while (this.#clock.countTimers() > 0) await this.nextAsync();
  }

  /** Lets the promises that can settle do so. */
  async runMicrotasks(): Promise<void> {
    await this.delay(0);
  }

  /**
   * Waits in real time.
   *
   * @param ms How long, in milliseconds.
   * @param options A signal that may end the wait.
   */
  async delay(ms: number, options: DelayOptions = {}): Promise<void> {
    uninstall();
    const wait = waitFor(ms, options);
    this.#install();
    await wait;
  }

  /** Restores real time. */
  restore(): void {
    if (current !== this) {
      throw new TimeError("Cannot restore time: time is already restored");
    }
    current = undefined;
    uninstall();
  }

  /** Restores real time. */
  [Symbol.dispose](): void {
    this.restore();
  }

  #install(): void {
    const clock = this.#clock;
    const fakes: Record<typeof NAMES[number], unknown> = {
      Date: clock.Date,
      setTimeout: (callback: Callback, ms = 0, ...args: unknown[]) =>
        Number(clock.setTimeout(asFunction(callback), ms, ...args)),
      setInterval: (callback: Callback, ms = 0, ...args: unknown[]) =>
        Number(clock.setInterval(asFunction(callback), ms, ...args)),
      clearTimeout: (timer: number) => clock.clearTimeout(timer),
      clearInterval: (timer: number) => clock.clearInterval(timer),
    };
    Object.assign(globalThis, fakes);
    AbortSignal.timeout = (ms) => {
      const controller = new AbortController();
      clock.setTimeout(() => {
        controller.abort(
          new DOMException("Signal timed out.", "TimeoutError"),
        );
      }, ms);
      return controller.signal;
    };
  }
}

function uninstall(): void {
  Object.assign(globalThis, real);
  AbortSignal.timeout = realSignalTimeout;
}

function asFunction(callback: unknown): AnyCallback {
  if (typeof callback === "function") return callback as AnyCallback;
  throw new TimeError("FakeTime does not support non-function callbacks");
}
