/**
 * The host's timers, faked: what they take, what they give, how they round.
 *
 * Where `setTimeout` gives an object with `ref` and `unref` (Node, Deno), so does
 * the fake; elsewhere it gives a number. The same hosts make of a delay below one
 * millisecond a whole one; browsers keep zero.
 *
 * @module
 */

import { currentHost, type FakeHost, hostOfTimer } from "./current_host.ts";
import {
  type TimerKind,
  VirtualTimeout,
  type VirtualTimer,
} from "./virtual_timer.ts";

/** A function of the host's, or its fake. */
export type HostFunction = (...args: never[]) => unknown;

/** The longest delay; a longer one counts as the shortest. */
const LONGEST_DELAY = 0x7fff_ffff;

/** The time between two frames of a display, rounded as timers are. */
const FRAME = 16;

/** The global functions that are faked here. */
export const TIMER_NAMES: readonly string[] = [
  "setTimeout",
  "setInterval",
  "setImmediate",
  "clearTimeout",
  "clearInterval",
  "clearImmediate",
  "requestAnimationFrame",
  "cancelAnimationFrame",
  "requestIdleCallback",
  "cancelIdleCallback",
];

/** What of the real host the fakes imitate or fall back to. */
export type RealTimers = Readonly<Record<string, HostFunction | undefined>>;

/**
 * Makes the fakes of the timers that this host has.
 *
 * @param real the host's functions by name
 * @returns fakes by name
 */
export function fakeTimers(real: RealTimers): Record<string, HostFunction> {
  const objects = givesObjects(real);
  const shortest = objects ? 1 : 0;
  const handle = (host: FakeHost, timer: VirtualTimer) =>
    objects ? new VirtualTimeout(host, timer) : timer.id;

  const setter = (kind: TimerKind) => (...all: unknown[]): unknown => {
    const host = currentHost();
    if (host === null) return call(real[kind], all);
    const [callback, delay, ...args] = all;
    checkCallback(kind, callback);
    const length = wholeDelay(delay, shortest);
    return handle(host, host.set(kind, length, callback, args));
  };
  const immediate = (...all: unknown[]): unknown => {
    const host = currentHost();
    if (host === null) return call(real["setImmediate"], all);
    const [callback, ...args] = all;
    checkCallback("setImmediate", callback);
    return handle(host, host.set("setImmediate", 0, callback, args));
  };
  const clearer = (name: string) => (handle?: unknown): void => {
    if (!clearVirtual(handle)) call(real[name], [handle]);
  };
  const frame = (callback: unknown): unknown => {
    const host = currentHost();
    if (host === null) return call(real["requestAnimationFrame"], [callback]);
    checkCallback("requestAnimationFrame", callback);
    const wait = FRAME - host.now() % FRAME;
    const draw = callback;
    const onFrame = () => draw(...[host.now()] as never[]);
    return host.set("requestAnimationFrame", wait, onFrame, []).id;
  };
  const idle = (callback: unknown, options?: unknown): unknown => {
    const host = currentHost();
    if (host === null) {
      return call(real["requestIdleCallback"], [callback, options]);
    }
    checkCallback("requestIdleCallback", callback);
    const work = callback;
    const deadline = { didTimeout: false, timeRemaining: () => 50 };
    const onIdle = () => work(...[deadline] as never[]);
    return host.set("requestIdleCallback", 1, onIdle, []).id;
  };

  const fakes: Record<string, HostFunction> = {
    setTimeout: named("setTimeout", setter("setTimeout")),
    setInterval: named("setInterval", setter("setInterval")),
    setImmediate: named("setImmediate", immediate),
    clearTimeout: named("clearTimeout", clearer("clearTimeout")),
    clearInterval: named("clearInterval", clearer("clearInterval")),
    clearImmediate: named("clearImmediate", clearer("clearImmediate")),
    requestAnimationFrame: named("requestAnimationFrame", frame),
    cancelAnimationFrame: named(
      "cancelAnimationFrame",
      clearer("cancelAnimationFrame"),
    ),
    requestIdleCallback: named("requestIdleCallback", idle),
    cancelIdleCallback: named(
      "cancelIdleCallback",
      clearer("cancelIdleCallback"),
    ),
  };
  return Object.fromEntries(
    Object.entries(fakes).filter(([name]) => real[name] !== undefined),
  );
}

/** What this host does with a delay, in whole milliseconds. */
export function wholeDelay(delay: unknown, shortest: number): number {
  const number = Math.trunc(Number(delay));
  return number >= shortest && number <= LONGEST_DELAY ? number : shortest;
}

function givesObjects(real: RealTimers): boolean {
  const timer = call(real["setTimeout"], [() => {}, LONGEST_DELAY]);
  call(real["clearTimeout"], [timer]);
  return typeof timer === "object";
}

/** Calls a virtual timer off; `false` when the handle is one of the host's. */
function clearVirtual(handle: unknown): boolean {
  if (handle instanceof VirtualTimeout) {
    handle.close();
    return true;
  }
  const id = Number(handle);
  const owner = Number.isNaN(id) ? null : hostOfTimer(id);
  owner?.clear(id);
  return owner !== null;
}

function checkCallback(
  name: string,
  callback: unknown,
): asserts callback is HostFunction {
  if (typeof callback === "function") return;
  throw new TypeError(
    `${name}() takes a function to call, not ${
      callback === null ? "null" : typeof callback
    }`,
  );
}

function call(
  callback: HostFunction | undefined,
  args: readonly unknown[],
): unknown {
  return callback?.apply(globalThis, args as never[]);
}

function named(name: string, fake: HostFunction): HostFunction {
  return Object.defineProperty(fake, "name", { value: name });
}
