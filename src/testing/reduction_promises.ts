/**
 * Has footprints hear of promises.
 *
 * The engine tells which promise is made by waiting for which, and which one is
 * settled. It does not tell `await` from `then`, and that matters: what follows an
 * `await` is code whose accesses are seen, but a callback given to `then` may be a
 * `resolve`, which does nothing that anybody could see when another was faster.
 * `Promise.race` and `Promise.all` work so. So calls of `then` are announced.
 *
 * @module
 */

import type { Footsteps } from "./footprint.ts";
import { hookPromises } from "./promise_watch.ts";

/**
 * Begins to listen.
 *
 * @param steps hears of promises
 * @returns stops listening; `null` where the engine can't be listened to
 */
export function listenToPromises(steps: Footsteps): (() => void) | null {
  const unhook = hookPromises(steps);
  if (unhook === null) return null;
  const original = Object.getOwnPropertyDescriptor(Promise.prototype, "then")!;
  const then = original.value as (...args: unknown[]) => unknown;
  Object.defineProperty(Promise.prototype, "then", {
    ...original,
    value: {
      then(this: unknown, ...callbacks: unknown[]) {
        steps.calledThen = true;
        const derived = then.apply(this, callbacks);
        steps.calledThen = false;
        return derived;
      },
    }.then,
  });
  return () => {
    unhook();
    Object.defineProperty(Promise.prototype, "then", original);
  };
}
