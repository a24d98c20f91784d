/**
 * Timers in the order in which they fire: by deadline, and equal deadlines first
 * in, first out.
 *
 * Tests set many timers for few points in time. So there is one list for each
 * deadline, in which timers stand as they were set, and a binary heap of the
 * deadlines alone: it is small, and it compares numbers instead of visiting
 * objects. A timer that was called off stays in its list and is dropped when its
 * turn comes.
 *
 * @module
 */

/** What stands in a list. */
export interface Deadline {
  /** When, in milliseconds. */
  readonly deadline: number;
  /** Whether it still stands. */
  readonly pending: boolean;
}

/** The timers of one deadline, and how many of them are over. */
interface Queue<T> {
  readonly items: T[];
  over: number;
}

/** Finds the timer that fires first. */
export class Deadlines<T extends Deadline> {
  readonly #queues = new Map<number, Queue<T>>();
  #heap: number[] = [];
  /** The queue of the first deadline, when it has been looked up. */
  #front: Queue<T> | undefined;

  /** The one that fires first, `undefined` when there is none. */
  first(): T | undefined {
    const heap = this.#heap;
    while (heap.length > 0) {
      const front = this.#front ??= this.#queues.get(heap[0]!)!;
      const { items } = front;
      while (front.over < items.length) {
        const item = items[front.over]!;
        if (item.pending) return item;
        front.over++;
      }
      this.#queues.delete(heap[0]!);
      this.#front = undefined;
      const last = heap.pop()!;
      if (heap.length > 0) this.#sink(last);
    }
    return undefined;
  }

  /** Adds one, behind those of the same deadline. */
  push(item: T): void {
    const { deadline } = item;
    const queue = this.#queues.get(deadline);
    if (queue !== undefined) {
      queue.items.push(item);
      return;
    }
    this.#queues.set(deadline, { items: [item], over: 0 });
    this.#rise(deadline);
  }

  /** Forgets everything. */
  clear(): void {
    this.#queues.clear();
    this.#heap = [];
    this.#front = undefined;
  }

  #rise(deadline: number): void {
    const heap = this.#heap;
    let index = heap.push(deadline) - 1;
    while (index > 0) {
      const parent = index - 1 >> 1;
      if (heap[parent]! <= deadline) break;
      heap[index] = heap[parent]!;
      index = parent;
    }
    heap[index] = deadline;
    if (index === 0) this.#front = undefined;
  }

  #sink(deadline: number): void {
    const heap = this.#heap;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && heap[child + 1]! < heap[child]!) child++;
      if (heap[child]! >= deadline) break;
      heap[index] = heap[child]!;
      index = child;
    }
    heap[index] = deadline;
  }
}
