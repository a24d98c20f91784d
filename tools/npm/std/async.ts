/**
 * `@std/async` from npm packages: what this project uses of it, with the
 * behavior of the real one (`tests/dependencies/` holds both to it).
 *
 * @module
 */
export { delay, type DelayOptions } from "./delay.ts";
export { abortable, deadline, type DeadlineOptions } from "./abortable.ts";
export { retry, RetryError, type RetryOptions } from "./retry.ts";
export { pooledMap } from "./pooled_map.ts";
export { MuxAsyncIterator, tee } from "./async_iterators.ts";
export {
  debounce,
  type DebouncedFunction,
  type DebounceOptions,
} from "./debounce.ts";
