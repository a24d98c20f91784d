/**
 * `pooledMap` of `@std/async`, over npm's `p-map`.
 *
 * @module
 */
import { pMapIterable, pMapStop } from "npm:p-map@7.1.1";

/**
 * Maps items to results, several at a time; the results keep the items' order.
 * After a failure nothing new starts, and what runs may finish.
 *
 * @param poolLimit How many items are worked on at once.
 * @param array The items.
 * @param iteratorFn Maps one item.
 * @returns The results, in the order of the items.
 * @throws {AggregateError} From the iteration, with every failure.
 * @throws {RangeError} If `poolLimit` is not a positive integer.
 */
export function pooledMap<T, R>(
  poolLimit: number,
  array: Iterable<T> | AsyncIterable<T>,
  iteratorFn: (data: T) => Promise<R>,
): AsyncIterableIterator<R> {
  if (!Number.isInteger(poolLimit) || poolLimit < 1) {
    throw new RangeError("'poolLimit' must be a positive integer");
  }
  const errors: unknown[] = [];
  const outcomes = pMapIterable<T, Outcome<R>>(array, async (item) => {
    if (errors.length > 0) return pMapStop;
    try {
      return { value: await iteratorFn(item) };
    } catch (error) {
      errors.push(error);
      return undefined;
    }
  }, { concurrency: poolLimit, backpressure: Infinity });

  // The work starts with the call, not with the first reader.
  const iterator = outcomes[Symbol.asyncIterator]();
  return unwrap(iterator, iterator.next(), errors);
}

type Outcome<R> = { readonly value: R } | undefined;

async function* unwrap<R>(
  iterator: AsyncIterator<Outcome<R>>,
  first: Promise<IteratorResult<Outcome<R>>>,
  errors: unknown[],
): AsyncGenerator<R> {
  for (let step = await first; !step.done; step = await iterator.next()) {
    if (step.value) yield step.value.value;
  }
  if (errors.length > 0) {
    throw new AggregateError(
      errors,
      "Cannot complete the mapping as an error was thrown from an item",
    );
  }
}
