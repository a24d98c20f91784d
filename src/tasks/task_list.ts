/**
 * The tasks of a loop that are not over, in the order in which they were made.
 *
 * The loop keeps every pending task alive by this list; CPython does not, and
 * tells its users to. Entering has to cost next to nothing, and leaving too, from
 * anywhere in the list. A list linked through the tasks does both, at the price of
 * two fields in every task, which the garbage collector walks. So this is an
 * array: a task that ends stays where it is, and when half of the places are
 * taken by tasks that are over, they are cleared away all at once.
 *
 * @module
 */

/** What stands in the list. */
export interface Listed {
  /** Whether it is over. */
  done(): boolean;
}

/** So few are not worth clearing. */
const FEW = 64;

/** The tasks of a loop that are not over. */
export class TaskList {
  #tasks: Listed[] = [];
  #over = 0;
  #unnamed = 0;

  /** Enters a task. */
  add(task: Listed): void {
    this.#tasks.push(task);
  }

  /** The number in the name of a task that was given none, counted from 1. */
  nextNameNumber(): number {
    return ++this.#unnamed;
  }

  /** Hears that one of the tasks is over. */
  noteDone(): void {
    this.#over++;
    if (this.#over > FEW && this.#over * 2 > this.#tasks.length) {
      this.#tasks = this.pending();
      this.#over = 0;
    }
  }

  /** Forgets the tasks that are left, and counts from 1 again. */
  restart(): void {
    while (this.#tasks.length > 0) this.#tasks.pop(); // keeps its memory
    this.#over = this.#unnamed = 0;
  }

  /** The tasks that are not over, oldest first. */
  pending(): Listed[] {
    return this.#tasks.filter((task) => !task.done());
  }
}
