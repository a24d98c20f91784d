/**
 * Random numbers that can be had again.
 *
 * `Math.random` can't be seeded, and a schedule that was drawn must be drawn again
 * on any machine. This is Bob Jenkins' small fast generator, 32 bits: four words
 * of state, additions and rotations, good in all statistical tests that matter
 * here.
 *
 * @module
 */

/** A row of random numbers that depends on its seed alone. */
export class RandomNumbers {
  #a = 0;
  #b = 0;
  #c = 0;
  #d = 0;

  /**
   * Begins a row.
   *
   * @param seed an integer; only its lowest 53 bits count
   * @param row one of many rows of that seed
   */
  begin(seed: number, row: number): void {
    this.#a = 0xf1ea5eed;
    this.#b = seed | 0;
    this.#c = Math.floor(seed / 2 ** 32) | 0;
    this.#d = row | 0;
    for (let mixed = 0; mixed < 20; mixed++) this.#next();
  }

  /** A whole number from 0 up to a limit, which is not reached. */
  below(limit: number): number {
    return Math.floor(this.fraction() * limit);
  }

  /** A number from 0 to 1, which is not reached. */
  fraction(): number {
    return (this.#next() >>> 0) / 2 ** 32;
  }

  #next(): number {
    const mixed = this.#a - rotate(this.#b, 27) | 0;
    this.#a = this.#b ^ rotate(this.#c, 17);
    this.#b = this.#c + this.#d | 0;
    this.#c = this.#d + mixed | 0;
    this.#d = mixed + this.#a | 0;
    return this.#d;
  }
}

function rotate(word: number, bits: number): number {
  return word << bits | word >>> 32 - bits;
}
