/**
 * A bar that grows, for those who watch.
 *
 * @module
 */

/** Where the bar is drawn: the process's output. */
interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Draws how far the work is; draws nothing when nobody watches. */
export class Progress {
  readonly #total: number;
  readonly #output: Output;
  readonly #begin = performance.now();
  #done = 0;

  constructor(total: number, output: Output) {
    this.#total = total;
    this.#output = output;
  }

  /** Some more is done. */
  advance(count: number): void {
    this.#done += count;
    if (!this.#output.isTTY) return;
    const perSecond = 1000 * this.#done / (performance.now() - this.#begin);
    const text = ` ${this.#done} of ${this.#total}, ${
      Math.round(perSecond)
    } a second`;
    const width = Math.max(
      0,
      Math.min(50, (this.#output.columns ?? 80) - text.length - 3),
    );
    const full = Math.round(width * this.#done / this.#total);
    this.#output.write(
      `\r[${"█".repeat(full)}${" ".repeat(width - full)}]${text}`,
    );
  }

  /** Takes the bar away. */
  end(): void {
    if (this.#output.isTTY) this.#output.write("\r\x1b[2K");
  }
}
