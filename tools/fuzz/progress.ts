/**
 * How far a long run is: a bar that grows for those who watch, a line now and
 * then for a log.
 *
 * @module
 */

/** A log hears of the work when so many milliseconds have gone by. */
const BETWEEN_LINES = 30_000;

/** Where the bar is drawn: the process's output. */
interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Tells how far the work is. */
export class Progress {
  readonly #total: number;
  readonly #output: Output;
  readonly #begin = performance.now();
  #lastLine = this.#begin;
  #done = 0;

  constructor(total: number, output: Output) {
    this.#total = total;
    this.#output = output;
  }

  /** Some more is done. */
  advance(count: number): void {
    this.#done += count;
    if (this.#output.isTTY) this.#drawBar();
    else this.#writeNowAndThen();
  }

  /** Takes the bar away. */
  end(): void {
    if (this.#output.isTTY) this.#output.write("\r\x1b[2K");
  }

  #drawBar(): void {
    const text = ` ${this.#standing()}`;
    const width = Math.max(
      0,
      Math.min(50, (this.#output.columns ?? 80) - text.length - 3),
    );
    const full = Math.round(width * this.#done / this.#total);
    this.#output.write(
      `\r[${"█".repeat(full)}${" ".repeat(width - full)}]${text}`,
    );
  }

  #writeNowAndThen(): void {
    const now = performance.now();
    if (now - this.#lastLine < BETWEEN_LINES) return;
    this.#lastLine = now;
    this.#output.write(`${this.#standing()}\n`);
  }

  #standing(): string {
    const seconds = (performance.now() - this.#begin) / 1000;
    return `${this.#done} of ${this.#total}, ${
      Math.round(this.#done / seconds)
    } a second`;
  }
}
