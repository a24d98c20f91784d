/**
 * `scheduler.postTask` of browsers, faked: a task is a timer like any other.
 *
 * Priorities are not kept. On virtual time whoever is due first runs first, and
 * those that are due at once run as they were posted.
 *
 * @module
 */

import { currentHost, type FakeHost } from "./current_host.ts";
import type { Fake } from "./fake_clocks.ts";
import { wholeDelay } from "./fake_timers.ts";

interface TaskOptions {
  readonly delay?: number;
  readonly signal?: AbortSignal;
  readonly priority?: string;
}

type PostTask = (
  callback: () => unknown,
  options?: TaskOptions,
) => Promise<unknown>;

/** Fakes of the scheduler, where this host has one. */
export function fakeScheduler(): Fake[] {
  const { scheduler } = globalThis as { scheduler?: { postTask?: PostTask } };
  const real = scheduler?.postTask;
  if (scheduler === undefined || real === undefined) return [];
  const value: PostTask = (callback, options = {}) => {
    const host = currentHost();
    return host === null
      ? real.call(scheduler, callback, options)
      : post(host, callback, options);
  };
  return [{ on: scheduler, key: "postTask", value }];
}

/** A promise of what the callback gives, or of the reason why it never ran. */
function post(
  host: FakeHost,
  callback: () => unknown,
  { delay, signal }: TaskOptions,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    if (typeof callback !== "function") {
      throw new TypeError(
        `scheduler.postTask() takes a function to call, not ${typeof callback}`,
      );
    }
    if (signal?.aborted) return reject(signal.reason);
    const abort = () => {
      host.clear(timer.id);
      reject(signal!.reason);
    };
    const run = () => {
      signal?.removeEventListener("abort", abort);
      try {
        resolve(callback());
      } catch (error) {
        reject(error);
      }
    };
    const timer = host.set(
      "scheduler.postTask",
      wholeDelay(delay, 0),
      named(run, callback),
      [],
    );
    signal?.addEventListener("abort", abort, { once: true });
  });
}

/** A function under the name of another, for messages. */
function named(run: () => void, { name }: { readonly name: string }) {
  return Object.defineProperty(run, "name", { value: name });
}
