/**
 * Whose clock is it? The fake functions ask here.
 *
 * There is one `setTimeout` in a process and there may be several runs. Where the
 * host tells asynchronous contexts apart, each run has its own clock and the
 * code outside of every run keeps the real one. Elsewhere, and for explorations,
 * which have no time for that, one run has the process for itself; a second one
 * is refused. Two runs never share a clock.
 *
 * @module
 */

import { type AsyncContexts, asyncContexts } from "../host/async_context.ts";
import type { TimerOwner, VirtualTimer } from "./virtual_timer.ts";
import type { TimerKind } from "./virtual_timer.ts";

/** A run's clock and timers, as far as the fake functions need them. */
export interface FakeHost extends TimerOwner {
  /** The date at the start, in milliseconds since 1970. */
  readonly date: number;
  /** Who runs on it. */
  readonly owner: string;
  /** Contexts that timers carry along. */
  contexts: AsyncContexts | null;
  /** Milliseconds since the start. */
  now(): number;
  /** Sets a timer. */
  set(
    kind: TimerKind,
    delay: number,
    callback: (...args: never[]) => unknown,
    args: readonly unknown[],
  ): VirtualTimer;
}

/** How a run has its host: alone, or beside others. */
export type Sharing = "alone" | "by context";

const hosts = new Map<FakeHost, Sharing>();
let alone: FakeHost | null = null;
let contexts: AsyncContexts<FakeHost> | null | undefined;

/** The host of whoever calls, `null` when that is the real one. */
export function currentHost(): FakeHost | null {
  return alone ?? contexts?.current() ?? null;
}

/** The host that has set a timer. */
export function hostOfTimer(id: number): FakeHost | null {
  for (const host of hosts.keys()) {
    if (host.timer(id) !== undefined) return host;
  }
  return null;
}

/**
 * Lets a run in.
 *
 * @param host its clock and timers
 * @param sharing whether it needs the process for itself
 * @returns whether it is the first
 * @throws {Error} when it can't be kept apart from one that runs
 */
export function admit(host: FakeHost, sharing: Sharing): boolean {
  const outer = currentHost();
  if (outer !== null && sharing === "by context" && alone === null) {
    throw new Error(
      `${host.owner} inside of ${outer.owner} would need a clock within a clock; use the time of the outer one`,
    );
  }
  const [other] = alone === null && sharing === "by context"
    ? []
    : hosts.keys();
  if (other !== undefined) {
    throw new Error(
      `${host.owner} was called while ${other.owner} still runs, and they would share one clock; await the first before the second begins`,
    );
  }
  if (sharing === "alone") alone = host;
  else host.contexts = contexts as AsyncContexts | null;
  hosts.set(host, sharing);
  return hosts.size === 1;
}

/**
 * Sees a run off.
 *
 * @returns whether it was the last
 */
export function dismiss(host: FakeHost): boolean {
  if (!hosts.delete(host)) return false;
  if (alone === host) alone = null;
  return hosts.size === 0;
}

/** Contexts that tell runs apart, `null` where the host has none. */
export function hostContexts(): AsyncContexts<FakeHost> | null {
  contexts ??= asyncContexts<FakeHost>();
  return contexts;
}
