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

import { Footsteps } from "./footprint.ts";
import { hookPromises } from "../virtual/promise_watch.ts";

/** Footprints, and who tells them what the steps of a body touch. */
export interface Informed {
  readonly steps: Footsteps;
  /**
   * Begins to listen, if it does not already.
   *
   * @returns `false` where there is nobody to listen to
   */
  listen(): boolean;
  /** Stops listening. */
  close(): void;
}

/** Footprints that hear of promises. */
export class PromiseSteps implements Informed {
  readonly steps: Footsteps = new Footsteps();
  #close: (() => void) | null = null;

  listen(): boolean {
    if (this.#close !== null) return true;
    const unhook = hookPromises(this.steps);
    if (unhook === null) return false;
    const restore = announceThen(this.steps);
    this.#close = () => {
      unhook();
      restore();
    };
    return true;
  }

  close(): void {
    this.#close?.();
    this.#close = null;
  }
}

/** Has calls of `then` announced; gives what takes that back. */
function announceThen(steps: Footsteps): () => void {
  const original = Object.getOwnPropertyDescriptor(Promise.prototype, "then")!;
  const call = original.value as (...args: unknown[]) => unknown;
  const { then } = {
    then(this: unknown, ...callbacks: unknown[]) {
      steps.calledThen = true;
      try {
        return call.apply(this, callbacks);
      } finally {
        steps.calledThen = false;
      }
    },
  };
  Object.defineProperty(Promise.prototype, "then", {
    ...original,
    value: then,
  });
  return () => Object.defineProperty(Promise.prototype, "then", original);
}
