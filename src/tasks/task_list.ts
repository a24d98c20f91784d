/**
 * The tasks of a loop that are not over, in the order in which they were made.
 *
 * A linked list that runs through the tasks themselves: entering and leaving
 * cost a few assignments however many tasks there are. The loop thereby keeps
 * every pending task alive; CPython does not, and tells its users to.
 *
 * @module
 */

/** What a task brings along to stand in the list. */
export interface Listed {
  /** @internal */
  _previous: Listed | null;
  /** @internal */
  _next: Listed | null;
}

/** The tasks of a loop that are not over. */
export class TaskList {
  #first: Listed | null = null;
  #last: Listed | null = null;
  #made = 0;
  #unnamed = 0;

  /** Enters a task and gives it the next number, counted from 1. */
  add(task: Listed): number {
    task._previous = this.#last;
    if (this.#last === null) this.#first = task;
    else this.#last._next = task;
    this.#last = task;
    return ++this.#made;
  }

  /** The number in the name of a task that was given none, counted from 1. */
  nextNameNumber(): number {
    return ++this.#unnamed;
  }

  /** Takes a task out. */
  remove(task: Listed): void {
    const { _previous: previous, _next: next } = task;
    if (previous === null) this.#first = next;
    else previous._next = next;
    if (next === null) this.#last = previous;
    else next._previous = previous;
    task._previous = task._next = null;
  }

  /** Counts from 1 again; `false` when tasks are left, which have their numbers. */
  restart(): boolean {
    if (this.#first !== null) return false;
    this.#made = this.#unnamed = 0;
    return true;
  }

  /** The tasks, oldest first. */
  *[Symbol.iterator](): Generator<Listed, void, void> {
    for (let task = this.#first; task !== null; task = task._next) yield task;
  }
}
