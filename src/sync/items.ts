/**
 * The orders in which items come out of a queue.
 *
 * @module
 */

/** Where a queue keeps its items. */
export interface Items<T> {
  /** How many there are. */
  readonly size: number;
  /** Adds one. */
  add(item: T): void;
  /** Takes the next one out; there must be one. */
  take(): T;
}

/** First in, first out. */
export class FifoItems<T> implements Items<T> {
  #items: T[] = [];
  #head = 0;

  get size(): number {
    return this.#items.length - this.#head;
  }

  add(item: T): void {
    this.#items.push(item);
  }

  take(): T {
    const item = this.#items[this.#head] as T;
    this.#items[this.#head++] = undefined as T;
    // Moving the rest down when half is gone costs each item one move at most.
    if (this.#head > 32 && this.#head * 2 > this.#items.length) {
      this.#items = this.#items.slice(this.#head);
      this.#head = 0;
    }
    return item;
  }
}

/** Last in, first out. */
export class LifoItems<T> implements Items<T> {
  readonly #items: T[] = [];

  get size(): number {
    return this.#items.length;
  }

  add(item: T): void {
    this.#items.push(item);
  }

  take(): T {
    return this.#items.pop() as T;
  }
}

/**
 * Least first: a binary heap, with the steps of Python's `heapq`, so that equal
 * items come out in the order in which they do there.
 */
export class LeastItems<T> implements Items<T> {
  readonly #items: T[] = [];
  readonly #less: (a: T, b: T) => boolean;

  constructor(less: (a: T, b: T) => boolean) {
    this.#less = less;
  }

  get size(): number {
    return this.#items.length;
  }

  add(item: T): void {
    this.#items.push(item);
    this.#rise(0, this.#items.length - 1);
  }

  take(): T {
    const items = this.#items;
    const last = items.pop() as T;
    if (items.length === 0) return last;
    const least = items[0] as T;
    items[0] = last;
    this.#sinkToLeaf();
    return least;
  }

  #rise(top: number, position: number): void {
    const items = this.#items;
    const item = items[position] as T;
    while (position > top) {
      const parent = position - 1 >> 1;
      if (!this.#less(item, items[parent] as T)) break;
      items[position] = items[parent] as T;
      position = parent;
    }
    items[position] = item;
  }

  /** heapq's way: sink all the way down, then rise to the right place. */
  #sinkToLeaf(): void {
    const items = this.#items;
    const item = items[0] as T;
    let position = 0;
    let child = 1;
    while (child < items.length) {
      const right = child + 1;
      if (
        right < items.length &&
        !this.#less(items[child] as T, items[right] as T)
      ) child = right;
      items[position] = items[child] as T;
      position = child;
      child = 2 * position + 1;
    }
    items[position] = item;
    this.#rise(0, position);
  }
}
