/**
 * `MuxAsyncIterator` and `tee` of `@std/async`: several async iterables into
 * one, and one into several.
 *
 * @module
 */

/** Joins async iterables into one: whichever has an item first goes first. */
export class MuxAsyncIterator<T> implements AsyncIterable<T> {
  // The next step of each source, the one that has waited longest in front.
  readonly #steps = new Map<AsyncIterator<T>, Promise<Step<T>>>();
  #added = Promise.withResolvers<undefined>();

  /**
   * Adds a source; sources may be added while others are read.
   *
   * @param iterable The source.
   */
  add(iterable: AsyncIterable<T>): void {
    this.#advance(iterable[Symbol.asyncIterator]());
    this.#added.resolve(undefined);
  }

  /** The items of all sources, until all of them are done. */
  async *iterate(): AsyncIterableIterator<T> {
    while (this.#steps.size > 0) {
      const step = await Promise.race([
        ...this.#steps.values(),
        this.#added.promise,
      ]);
      if (!step) {
        this.#added = Promise.withResolvers();
        continue;
      }
      this.#steps.delete(step.iterator);
      if ("error" in step) throw step.error;
      if (step.result.done) continue;
      yield step.result.value;
      this.#advance(step.iterator);
    }
  }

  /** The same as {@linkcode MuxAsyncIterator.iterate}. */
  [Symbol.asyncIterator](): AsyncIterator<T> {
    return this.iterate();
  }

  #advance(iterator: AsyncIterator<T>): void {
    this.#steps.set(
      iterator,
      // An error is kept as a value, else it would count as unhandled until
      // somebody reads.
      Promise.resolve(iterator.next()).then(
        (result) => ({ iterator, result }),
        (error) => ({ iterator, error }),
      ),
    );
  }
}

type Step<T> =
  & { readonly iterator: AsyncIterator<T> }
  & ({ readonly result: IteratorResult<T> } | { readonly error: unknown });

/**
 * Splits an async iterable into branches that all give every item.
 *
 * @param iterable The source; it is read once.
 * @param n How many branches; 2 by default.
 * @returns The branches.
 */
export function tee<T, N extends number = 2>(
  iterable: AsyncIterable<T>,
  n: N = 2 as N,
): Tuple<AsyncIterable<T>, N> {
  let rest = ReadableStream.from(iterable);
  const branches = Array.from({ length: n }, (_, index) => {
    if (index === n - 1) return rest;
    const [branch, other] = rest.tee();
    rest = other;
    return branch;
  });
  return branches as AsyncIterable<T>[] as Tuple<AsyncIterable<T>, N>;
}

/** An array of known length. */
export type Tuple<T, N extends number, Items extends T[] = []> = number extends
  N ? T[]
  : Items["length"] extends N ? Items
  : Tuple<T, N, [T, ...Items]>;
