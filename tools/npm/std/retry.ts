/**
 * `retry` of `@std/async`. Written out, since npm's `p-retry` gives up on a
 * `TypeError` and spreads its waits in another way.
 *
 * @module
 */
import { delay } from "./delay.ts";

/** Thrown by {@linkcode retry} after the last attempt; `cause` says why. */
export class RetryError extends Error {
  /**
   * @param cause What the last attempt threw.
   * @param attempts How many attempts there were.
   */
  constructor(cause: unknown, attempts: number) {
    super(`Retrying exceeded the maxAttempts (${attempts}).`, { cause });
    this.name = "RetryError";
  }
}

/** Options of {@linkcode retry}. Times are in milliseconds. */
export interface RetryOptions {
  /** By how much each wait is longer than the one before; 2 by default. */
  multiplier?: number;
  /** The longest wait; 60000 by default. */
  maxTimeout?: number;
  /** How many attempts; 5 by default. */
  maxAttempts?: number;
  /** The first wait; 1000 by default. */
  minTimeout?: number;
  /** Which share of each wait is left to chance, 0 to 1; 1 by default. */
  jitter?: number;
  /** Whether an error is worth another attempt; all are by default. */
  isRetriable?: (error: unknown) => boolean;
  /** Ends the attempts, and the wait between two of them. */
  signal?: AbortSignal;
}

/**
 * Calls the function until it does not fail.
 *
 * @param fn The function, which may return a promise.
 * @param options How often and with which waits.
 * @returns What the function returned.
 * @throws {RetryError} After the last attempt.
 * @throws {RangeError} For options that make no sense.
 */
export async function retry<T>(
  fn: (() => Promise<T>) | (() => T),
  options: RetryOptions = {},
): Promise<T> {
  const {
    multiplier = 2,
    maxTimeout = 60_000,
    maxAttempts = 5,
    minTimeout = 1000,
    jitter = 1,
    isRetriable = () => true,
    signal,
  } = options;
  demand(Number.isInteger(maxAttempts) && maxAttempts > 0, { maxAttempts });
  demand(Number.isFinite(multiplier) && multiplier >= 1, { multiplier });
  demand(maxTimeout > 0, { maxTimeout });
  demand(minTimeout >= 0 && minTimeout <= maxTimeout, { minTimeout });
  demand(jitter >= 0 && jitter <= 1, { jitter });

  let wait = minTimeout;
  for (let attempt = 1;; attempt++) {
    signal?.throwIfAborted();
    try {
      return await fn();
    } catch (error) {
      if (!isRetriable(error)) throw error;
      if (attempt === maxAttempts) throw new RetryError(error, maxAttempts);
    }
    await delay(wait * (1 - jitter * Math.random()), signal && { signal });
    wait = Math.min(wait * multiplier, maxTimeout);
  }
}

function demand(holds: boolean, option: Record<string, number>): void {
  if (holds) return;
  const [name, value] = Object.entries(option)[0]!;
  throw new RangeError(
    `Cannot retry as '${name}' is out of range: current value is ${value}`,
  );
}
