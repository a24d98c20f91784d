/**
 * Everything that tells the time, faked: `Date`, `performance.now` and its
 * origin, `process.hrtime`, `Temporal.Now`, and `AbortSignal.timeout`.
 *
 * Left alone are clocks that tests hardly ask: `process.uptime`, the time-outs of
 * `Atomics.wait`, `Intl.DateTimeFormat().format()` without a date, and what a host
 * writes into its own events and entries of `performance`.
 *
 * @module
 */

import { currentHost } from "./current_host.ts";

/** A place on an object, and what to put there. */
export interface Fake {
  /** The object. */
  readonly on: object;
  /** The property. */
  readonly key: PropertyKey;
  /** What stands there during the runs. */
  readonly value?: unknown;
  /** Gives what stands there, where that depends on whose run it is. */
  readonly get?: () => unknown;
}

/** Fakes of the clocks that this host has. */
export function fakeClocks(): Fake[] {
  const date = fakeDate(globalThis.Date);
  return [
    { on: globalThis, key: "Date", value: date },
    { on: date.prototype, key: "constructor", value: date },
    ...fakePerformance(),
    ...fakeProcess(),
    ...fakeTemporal(),
    ...fakeAbortSignal(),
  ];
}

/** The date of whoever asks, in milliseconds since 1970. */
function virtualDate(): number | null {
  const host = currentHost();
  return host === null ? null : Math.floor(host.date + host.now());
}

/** A class whose objects are the real class's, with another "now". */
function fakeDate(Real: DateConstructor): DateConstructor {
  const now = () => virtualDate() ?? Real.now();
  return new Proxy(Real, {
    construct(target, args, newTarget) {
      return Reflect.construct(
        target,
        args.length === 0 ? [now()] : args,
        newTarget,
      );
    },
    apply: () => new Real(now()).toString(),
    get: (target, key, receiver) =>
      key === "now" ? now : Reflect.get(target, key, receiver),
  });
}

function fakePerformance(): Fake[] {
  const { performance } = globalThis;
  if (performance === undefined) return [];
  const real = performance.now.bind(performance);
  const { timeOrigin } = performance;
  return [
    {
      on: performance,
      key: "now",
      value: () => currentHost()?.now() ?? real(),
    },
    {
      on: performance,
      key: "timeOrigin",
      get: () => currentHost()?.date ?? timeOrigin,
    },
  ];
}

interface HighResolutionTime {
  (since?: [number, number]): [number, number];
  bigint(): bigint;
}

function fakeProcess(): Fake[] {
  const { process } = globalThis as unknown as {
    process?: { hrtime?: HighResolutionTime };
  };
  const real = process?.hrtime;
  if (process === undefined || real === undefined) return [];
  const hrtime = (since?: [number, number]): [number, number] => {
    const host = currentHost();
    if (host === null) return real(since);
    const [seconds, nanoseconds] = since ?? [0, 0];
    const passed = nanosecondsOf(host.now()) -
      (BigInt(seconds) * 1_000_000_000n + BigInt(nanoseconds));
    const whole = passed / 1_000_000_000n;
    return [Number(whole), Number(passed - whole * 1_000_000_000n)];
  };
  hrtime.bigint = (): bigint => {
    const host = currentHost();
    return host === null ? real.bigint() : nanosecondsOf(host.now());
  };
  return [{ on: process, key: "hrtime", value: hrtime }];
}

function nanosecondsOf(milliseconds: number): bigint {
  return BigInt(Math.round(milliseconds * 1e6));
}

interface TemporalLike {
  readonly Now: Record<string, (...args: unknown[]) => unknown>;
  readonly Instant: {
    fromEpochMilliseconds(time: number): {
      toZonedDateTimeISO(zone: unknown): Record<string, () => unknown>;
    };
  };
}

/** The functions of `Temporal.Now`, all of them from the instant. */
function fakeTemporal(): Fake[] {
  const { Temporal } = globalThis as unknown as {
    Temporal?: TemporalLike;
  };
  if (Temporal === undefined) return [];
  const { Now, Instant } = Temporal;
  const fake = (
    key: string,
    part: (zoned: Record<string, () => unknown>) => unknown,
  ): Fake => {
    const real = Now[key]!;
    const value = (zone: unknown = Now["timeZoneId"]!()) => {
      const date = virtualDate();
      if (date === null) return real(zone);
      return part(Instant.fromEpochMilliseconds(date).toZonedDateTimeISO(zone));
    };
    return { on: Now, key, value };
  };
  const realInstant = Now["instant"]!;
  const instant = () => {
    const date = virtualDate();
    return date === null ? realInstant() : Instant.fromEpochMilliseconds(date);
  };
  return [
    { on: Now, key: "instant", value: instant },
    fake("zonedDateTimeISO", (zoned) => zoned),
    fake("plainDateTimeISO", (zoned) => zoned["toPlainDateTime"]!()),
    fake("plainDateISO", (zoned) => zoned["toPlainDate"]!()),
    fake("plainTimeISO", (zoned) => zoned["toPlainTime"]!()),
  ];
}

function fakeAbortSignal(): Fake[] {
  const { AbortSignal } = globalThis;
  if (AbortSignal?.timeout === undefined) return [];
  const real = AbortSignal.timeout.bind(AbortSignal);
  const timeout = (delay: number): AbortSignal => {
    const host = currentHost();
    if (host === null) return real(delay);
    if (!(delay >= 0 && delay <= Number.MAX_SAFE_INTEGER)) {
      throw new TypeError(
        `AbortSignal.timeout() takes milliseconds from 0 on, not ${
          String(delay)
        }`,
      );
    }
    const controller = new AbortController();
    const abort = () =>
      controller.abort(new DOMException("Signal timed out.", "TimeoutError"));
    // As the host's own, it keeps nobody waiting at the end.
    host.set("AbortSignal.timeout", Math.trunc(delay), abort, []).refed = false;
    return controller.signal;
  };
  return [{ on: AbortSignal, key: "timeout", value: timeout }];
}
