/**
 * What follows a program through its waits: the host's `AsyncLocalStorage`.
 *
 * With it, runs that overlap keep apart: a fake function asks on whose behalf it
 * is called. Where the host has none, there is one run at a time.
 *
 * A timer carries the context in which it was set to its callback, as the host's
 * own timers do. Deno hands the context out as a value, which costs next to
 * nothing; Node has `AsyncResource`, and its `AsyncLocalStorage.snapshot` does
 * the same at fifty times the price.
 *
 * @module
 */

import { denoCore } from "./host_turn.ts";

/** Contexts that can be entered, captured and resumed. */
export interface AsyncContexts<S = unknown> {
  /** Whose context this is, `undefined` outside of any. */
  current(): S | undefined;
  /** Calls a function in a context; what it starts inherits that. */
  enter<T>(value: S, body: () => T): T;
  /** The context of now. */
  capture(): unknown;
  /** Calls a function in a context that was captured. */
  resume(
    context: unknown,
    callback: (...args: unknown[]) => unknown,
    args: readonly unknown[],
  ): void;
}

interface Storage<S> {
  getStore(): S | undefined;
  run<T>(value: S, body: () => T): T;
}

interface Resource {
  runInAsyncScope(
    callback: (...args: unknown[]) => unknown,
    self: unknown,
    ...args: readonly unknown[]
  ): unknown;
}

interface AsyncHooks {
  readonly AsyncLocalStorage: new <S>() => Storage<S>;
  readonly AsyncResource: new (
    type: string,
    options: { requireManualDestroy: boolean },
  ) => Resource;
}

/**
 * The contexts of this host.
 *
 * @returns them, `null` where the host has none
 */
export function asyncContexts<S>(): AsyncContexts<S> | null {
  const hooks = hostModule("node:async_hooks") as AsyncHooks | undefined;
  if (hooks === undefined) return null;
  const storage = new hooks.AsyncLocalStorage<S>();
  const base = {
    current: () => storage.getStore(),
    enter: <T>(value: S, body: () => T) => storage.run(value, body),
  };
  const { getAsyncContext, setAsyncContext } = denoCore() ?? {};
  if (getAsyncContext !== undefined && setAsyncContext !== undefined) {
    return {
      ...base,
      capture: getAsyncContext,
      resume(context, callback, args) {
        const outside = getAsyncContext();
        setAsyncContext(context);
        try {
          callback(...args);
        } finally {
          setAsyncContext(outside);
        }
      },
    };
  }
  const { AsyncResource } = hooks;
  return {
    ...base,
    capture: () => new AsyncResource("Timeout", { requireManualDestroy: true }),
    resume(context, callback, args) {
      (context as Resource).runInAsyncScope(callback, undefined, ...args);
    },
  };
}

/** A module of Node's that this host has, without importing it. */
export function hostModule(name: string): unknown {
  const { process } = globalThis as unknown as {
    process?: { getBuiltinModule?(name: string): unknown };
  };
  return process?.getBuiltinModule?.(name);
}
