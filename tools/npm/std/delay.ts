/**
 * `delay` of `@std/async`, over the npm package of the same name.
 *
 * @module
 */
import { createDelay } from "npm:delay@7.0.0";

/** Options of {@linkcode delay}. */
export interface DelayOptions {
  /** Ends the delay: its promise rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Whether the timer keeps the process alive; `true` by default. */
  persistent?: boolean;
}

/**
 * Resolves after a while.
 *
 * @param ms How long, in milliseconds.
 * @param options A signal, and whether the timer keeps the process alive.
 * @returns A promise; it rejects with the signal's reason when that aborts.
 */
export function delay(ms: number, options: DelayOptions = {}): Promise<void> {
  const { signal, persistent = true } = options;
  // The timer functions are looked up at each call, so that FakeTime is heard;
  // a package from npm would see those of Deno's Node layer.
  const wait = createDelay({
    setTimeout(callback: () => void, milliseconds: number) {
      const timer = setTimeout(callback, milliseconds);
      if (!persistent) Deno.unrefTimer(Number(timer));
      return timer;
    },
    clearTimeout: (timer: number) => clearTimeout(timer),
  });
  return wait(ms, signal && { signal });
}
