/**
 * `abortable` and `deadline` of `@std/async`: waiting with an end.
 *
 * @module
 */

/** Options of {@linkcode deadline}. */
export interface DeadlineOptions {
  /** Ends the wait before the time is up. */
  signal?: AbortSignal;
}

/**
 * A promise that rejects with the signal's reason when the signal aborts first.
 *
 * @param p The promise to wait for.
 * @param signal What ends the wait.
 */
export function abortable<T>(p: Promise<T>, signal: AbortSignal): Promise<T>;
/**
 * The items of an async iterable, up to when the signal aborts.
 *
 * @param p The iterable; it is closed when the iteration ends early.
 * @param signal What ends the iteration, which then throws its reason.
 */
export function abortable<T>(
  p: AsyncIterable<T>,
  signal: AbortSignal,
): AsyncGenerator<T>;
export function abortable<T>(
  p: Promise<T> | AsyncIterable<T>,
  signal: AbortSignal,
): Promise<T> | AsyncGenerator<T> {
  return p instanceof Promise ? waitFor(p, signal) : iterate(p, signal);
}

/**
 * Waits for a promise no longer than so many milliseconds.
 *
 * @param p The promise to wait for.
 * @param ms How long, in milliseconds.
 * @param options A signal that may end the wait before.
 * @throws {DOMException} Named `TimeoutError`, when the time is up.
 */
export async function deadline<T>(
  p: Promise<T>,
  ms: number,
  options: DeadlineOptions = {},
): Promise<T> {
  const signals = options.signal ? [options.signal] : [];
  if (ms < Number.MAX_SAFE_INTEGER) signals.push(AbortSignal.timeout(ms));
  return await waitFor(p, AbortSignal.any(signals));
}

async function waitFor<T>(p: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = () => reject(signal.reason);
  if (signal.aborted) abort();
  signal.addEventListener("abort", abort);
  try {
    return await Promise.race([aborted, p]);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}

async function* iterate<T>(
  source: AsyncIterable<T>,
  signal: AbortSignal,
): AsyncGenerator<T> {
  signal.throwIfAborted();
  const iterator = source[Symbol.asyncIterator]();
  let exhausted = false;
  try {
    while (true) {
      const step = await waitFor(Promise.resolve(iterator.next()), signal);
      exhausted = step.done === true;
      if (step.done) return;
      yield step.value;
    }
  } finally {
    if (!exhausted) await iterator.return?.();
  }
}
