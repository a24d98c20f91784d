/**
 * Rejections that nobody handles, caught for a run instead of ending the process.
 *
 * The host reports them in its own turns, in the context of whoever made them.
 * Those of a run are kept; all others go to whoever listened before. One that is
 * handled later is forgotten.
 *
 * @module
 */

import { currentHost, type FakeHost } from "./current_host.ts";

/** A run's unhandled rejections. */
export interface RejectionWatch {
  /** The reasons, in the order in which they were reported. */
  reasons(): readonly unknown[];
  /** Forgets what was reported up to now. */
  forget(): void;
  /** Gives the host its own handling back. */
  close(): void;
}

/** Begins to catch the unhandled rejections of a run. */
export function watchRejections(host: FakeHost): RejectionWatch {
  const kept = new Map<object, unknown>();
  const listener: Listener = {
    takes(promise, reason) {
      if (currentHost() !== host) return false;
      kept.set(promise, reason);
      return true;
    },
    handled: (promise) => void kept.delete(promise),
  };
  listeners.add(listener);
  if (listeners.size === 1) unhook = hookHost();
  return {
    reasons: () => [...kept.values()],
    forget: () => kept.clear(),
    close() {
      if (!listeners.delete(listener) || listeners.size > 0) return;
      unhook();
      unhook = () => {};
    },
  };
}

interface Listener {
  takes(promise: object, reason: unknown): boolean;
  handled(promise: object): void;
}

const listeners = new Set<Listener>();
let unhook: () => void = () => {};

function offer(promise: object, reason: unknown): boolean {
  return [...listeners].some((listener) => listener.takes(promise, reason));
}

function settle(promise: object): void {
  for (const listener of listeners) listener.handled(promise);
}

function hookHost(): () => void {
  const { Deno, process } = globalThis as unknown as {
    Deno?: unknown;
    process?: ProcessEvents;
  };
  return Deno === undefined && typeof process?.listeners === "function"
    ? hookProcess(process)
    : hookEvents();
}

interface ProcessEvents {
  listeners(event: string): ((...args: unknown[]) => void)[];
  removeAllListeners(event: string): void;
  on(event: string, listener: (...args: never[]) => void): void;
  off(event: string, listener: (...args: never[]) => void): void;
}

/** Node: a listener can't keep an event from the others, so they step aside. */
function hookProcess(process: ProcessEvents): () => void {
  const others = process.listeners("unhandledRejection");
  process.removeAllListeners("unhandledRejection");
  const reject = (reason: unknown, promise: object) => {
    if (offer(promise, reason)) return;
    if (others.length === 0) throw reason;
    for (const other of others) other.call(process, reason, promise);
  };
  process.on("unhandledRejection", reject);
  process.on("rejectionHandled", settle);
  return () => {
    process.off("unhandledRejection", reject);
    process.off("rejectionHandled", settle);
    for (const other of others) process.on("unhandledRejection", other);
  };
}

/** Deno and browsers: an event that can be stopped. */
function hookEvents(): () => void {
  if (typeof globalThis.addEventListener !== "function") return () => {};
  const reject = (event: PromiseRejectionEvent) => {
    if (!offer(event.promise, event.reason)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const handled = (event: PromiseRejectionEvent) => settle(event.promise);
  const events = globalThis as unknown as EventTarget;
  const capture = { capture: true };
  events.addEventListener(
    "unhandledrejection",
    reject as EventListener,
    capture,
  );
  events.addEventListener("rejectionhandled", handled as EventListener);
  return () => {
    events.removeEventListener(
      "unhandledrejection",
      reject as EventListener,
      capture,
    );
    events.removeEventListener("rejectionhandled", handled as EventListener);
  };
}
