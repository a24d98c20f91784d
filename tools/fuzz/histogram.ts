/**
 * How often what occurs.
 *
 * @module
 */
import { productions } from "./interpret.ts";
import type { Journal } from "./journal.ts";

/** Counts the programs in which each production was used. */
export class Histogram {
  readonly #counts = new Map(productions().map((name) => [name, 0]));
  #programs = 0;
  #cancelledInFinally = 0;

  /** Adds a program. */
  add(journal: Journal): void {
    this.#programs++;
    if (journal.cancelledInFinally) this.#cancelledInFinally++;
    for (const name of journal.productions) {
      this.#counts.set(name, this.#counts.get(name)! + 1);
    }
  }

  /** A table: in how many programs of a hundred. */
  toString(): string {
    const entries = [...this.#counts].sort((a, b) => b[1] - a[1])
      .map(([name, count]) => `${name.padEnd(17)}${this.#percent(count)}`);
    const rows = Math.ceil(entries.length / 3);
    const lines = Array.from(
      { length: rows },
      (_, row) =>
        [0, 1, 2].map((column) => entries[column * rows + row] ?? "")
          .join("   ").trimEnd(),
    );
    return [
      "In so many programs of a hundred:",
      ...lines,
      "",
      `a cancellation went through a finally: ${
        this.#percent(this.#cancelledInFinally).trim()
      }`,
    ].join("\n");
  }

  #percent(count: number): string {
    return (100 * count / Math.max(1, this.#programs)).toFixed(1).padStart(6);
  }
}
