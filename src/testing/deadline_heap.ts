/**
 * Timers in the order in which they fire: by deadline, and equal deadlines first
 * in, first out. A timer that was taken out elsewhere stays in the heap until it
 * comes to the top, and is dropped there.
 *
 * @module
 */

/** What the heap holds. */
export interface Deadline {
  /** When, in milliseconds. */
  readonly deadline: number;
  /** The order in which timers were set. */
  readonly sequence: number;
  /** Whether it still stands. */
  readonly pending: boolean;
}

/** A binary heap that drops what no longer stands. */
export class DeadlineHeap<T extends Deadline> {
  #items: T[] = [];

  /** The one that fires first, `undefined` when there is none. */
  first(): T | undefined {
    const items = this.#items;
    while (items.length > 0 && !items[0]!.pending) {
      const last = items.pop()!;
      if (items.length > 0) this.#sink(last);
    }
    return items[0];
  }

  /** Adds one, with a higher sequence number than any before. */
  push(item: T): void {
    const items = this.#items;
    let index = items.length;
    items.push(item);
    while (index > 0) {
      const parent = index - 1 >> 1;
      if (items[parent]!.deadline <= item.deadline) break;
      items[index] = items[parent]!;
      index = parent;
    }
    items[index] = item;
  }

  /** Forgets everything. */
  clear(): void {
    this.#items = [];
  }

  #sink(item: T): void {
    const items = this.#items;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= items.length) break;
      if (
        child + 1 < items.length && before(items[child + 1]!, items[child]!)
      ) child++;
      if (!before(items[child]!, item)) break;
      items[index] = items[child]!;
      index = child;
    }
    items[index] = item;
  }
}

function before(one: Deadline, other: Deadline): boolean {
  return one.deadline < other.deadline ||
    one.deadline === other.deadline && one.sequence < other.sequence;
}
