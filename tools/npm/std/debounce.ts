/**
 * `debounce` of `@std/async`. Written out, since a package from npm would use
 * the timers of Deno's Node layer, which FakeTime cannot reach.
 *
 * @module
 */

/** What {@linkcode debounce} returns. */
export interface DebouncedFunction<T extends unknown[]> {
  (...args: T): void;
  /** Forgets the call that waits. */
  clear(): void;
  /** Makes the call that waits at once. */
  flush(): void;
  /** Whether a call waits. */
  readonly pending: boolean;
}

/** Options of {@linkcode debounce}. */
export interface DebounceOptions {
  /** Forgets the call that waits when it aborts. */
  signal?: AbortSignal | undefined;
}

/**
 * Puts a function off until it has not been called for a while; only the last
 * call counts.
 *
 * @param fn The function.
 * @param wait For how long, in milliseconds.
 * @param options A signal.
 * @returns A function to call instead.
 * @throws {RangeError} If `wait` is not a whole number of 0 or more.
 */
// deno-lint-ignore no-explicit-any
export function debounce<T extends any[]>(
  fn: (this: DebouncedFunction<T>, ...args: T) => void,
  wait: number,
  options: DebounceOptions = {},
): DebouncedFunction<T> {
  if (!Number.isInteger(wait) || wait < 0) {
    throw new RangeError("'wait' must be a positive integer");
  }
  options.signal?.throwIfAborted();

  let waiting: { readonly timer: number; readonly args: T } | undefined;

  const controls = {
    clear() {
      clearTimeout(waiting?.timer);
      waiting = undefined;
    },
    flush() {
      if (!waiting) return;
      const { args } = waiting;
      controls.clear();
      fn.apply(debounced, args);
    },
    get pending() {
      return waiting !== undefined;
    },
  };

  const debounced = Object.defineProperties(
    (...args: T) => {
      controls.clear();
      waiting = { timer: Number(setTimeout(controls.flush, wait)), args };
    },
    Object.getOwnPropertyDescriptors(controls),
  ) as DebouncedFunction<T>;
  options.signal?.addEventListener("abort", controls.clear, { once: true });
  return debounced;
}
