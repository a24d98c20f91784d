/**
 * The modules `node:timers` and `node:timers/promises`, faked.
 *
 * Node can renew what has been imported from a module of its own by name
 * (`syncBuiltinESMExports`). Where that has no effect, as in Deno, programs that
 * imported a function by name or as a namespace keep the real one; `import timers
 * from "node:timers"`, `require("node:timers")` and `timers.setTimeout(…)` get the
 * fake everywhere. A namespace can't be written to, and the function in Deno's is
 * the very one that was global before the run, which is to stay real for whoever
 * took it.
 *
 * @module
 */

import { hostModule } from "../host/async_context.ts";
import { currentHost, type FakeHost } from "./current_host.ts";
import type { Fake } from "./fake_clocks.ts";
import { type HostFunction, wholeDelay } from "./fake_timers.ts";

/**
 * Fakes of the modules, where this host has them.
 *
 * @param timers the fakes of the global timers, by name
 */
export function fakeNodeTimers(
  timers: Readonly<Record<string, HostFunction>>,
): Fake[] {
  const module = hostModule("node:timers") as object | undefined;
  const promises = hostModule("node:timers/promises") as
    | RealPromises
    | undefined;
  if (module === undefined || promises === undefined) return [];
  const byName = Object.entries(timers)
    .filter(([key]) => key in module)
    .map(([key, value]): Fake => ({ on: module, key, value }));
  return [...byName, ...fakePromises(promises)];
}

/** Has named imports of Node's modules see what was put there. */
export function syncNodeExports(): void {
  const module = hostModule("node:module") as
    | { syncBuiltinESMExports?(): void }
    | undefined;
  module?.syncBuiltinESMExports?.();
}

interface WaitOptions {
  readonly signal?: AbortSignal;
  readonly ref?: boolean;
}

interface RealPromises {
  readonly setTimeout: HostFunction;
  readonly setImmediate: HostFunction;
  readonly setInterval: HostFunction;
  readonly scheduler: { readonly wait: HostFunction } & object;
}

function fakePromises(module: RealPromises): Fake[] {
  const real = { ...module };
  const { scheduler } = real;
  const realWait = scheduler.wait.bind(scheduler);
  return [
    {
      on: module,
      key: "setTimeout",
      value: (delay?: number, value?: unknown, options?: WaitOptions) => {
        const host = currentHost();
        return host === null
          ? callReal(real.setTimeout, delay, value, options)
          : wait(host, wholeDelay(delay, 1), value, options);
      },
    },
    {
      on: module,
      key: "setImmediate",
      value: (value?: unknown, options?: WaitOptions) => {
        const host = currentHost();
        return host === null
          ? callReal(real.setImmediate, value, options)
          : wait(host, 0, value, options);
      },
    },
    {
      on: module,
      key: "setInterval",
      value: (delay?: number, value?: unknown, options?: WaitOptions) => {
        const host = currentHost();
        return host === null
          ? callReal(real.setInterval, delay, value, options)
          : ticks(host, wholeDelay(delay, 1), value, options);
      },
    },
    {
      on: scheduler,
      key: "wait",
      value: (delay: number, options?: WaitOptions) => {
        const host = currentHost();
        return host === null
          ? callReal(realWait, delay, options)
          : wait(host, wholeDelay(delay, 1), undefined, options);
      },
    },
  ];
}

/** A promise that resolves after a delay, or rejects when a signal aborts. */
function wait(
  host: FakeHost,
  delay: number,
  value: unknown,
  { signal, ref = true }: WaitOptions = {},
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(aborted(signal));
    const timer = host.set("timers/promises", delay, () => {
      signal?.removeEventListener("abort", abort);
      resolve(value);
    }, []);
    timer.refed = ref;
    const abort = () => {
      host.clear(timer.id);
      reject(aborted(signal!));
    };
    signal?.addEventListener("abort", abort, { once: true });
  });
}

/** Ticks that were missed while the loop's body was busy come at once. */
async function* ticks(
  host: FakeHost,
  delay: number,
  value: unknown,
  options: WaitOptions = {},
): AsyncGenerator<unknown> {
  for (let due = host.now() + delay;; due += delay) {
    const left = due - host.now();
    if (left > 0) await wait(host, left, undefined, options);
    yield value;
  }
}

/** As Node has it: an AbortError whose cause is the signal's reason. */
function aborted(signal: AbortSignal): Error {
  const error = new Error("The operation was aborted", {
    cause: signal.reason,
  });
  error.name = "AbortError";
  return Object.assign(error, { code: "ABORT_ERR" });
}

function callReal(real: HostFunction, ...args: unknown[]): unknown {
  return real(...args as never[]);
}
