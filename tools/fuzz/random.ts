/**
 * Random choices, the same ones for the same seed.
 *
 * @module
 */
import { uniformInt } from "npm:pure-rand@8.4.2/distribution/uniformInt";
import { xoroshiro128plus } from "npm:pure-rand@8.4.2/generator/xoroshiro128plus";

/** A choice and how often it is taken, compared with the others. */
export type Weighted<T> = readonly [weight: number, choice: T];

/** A source of random choices. */
export class Random {
  readonly #numbers: ReturnType<typeof xoroshiro128plus>;

  /** Every index of every seed is a sequence of its own. */
  constructor(seed: number, index: number) {
    this.#numbers = xoroshiro128plus(
      Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b),
    );
    for (let i = 0; i < 8; i++) this.#numbers.next(); // forget the seed's pattern
  }

  /** A whole number from 0 up to, and without, a limit. */
  below(limit: number): number {
    return uniformInt(this.#numbers, 0, limit - 1);
  }

  /** `true` with a probability. */
  chance(probability: number): boolean {
    return this.below(1_000_000) < probability * 1_000_000;
  }

  /** One of the items. */
  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }

  /** One of the choices, by their weights. */
  weighted<T>(choices: readonly Weighted<T>[]): T {
    const total = choices.reduce((sum, [weight]) => sum + weight, 0);
    let left = this.below(1_000_000) / 1_000_000 * total;
    for (const [weight, choice] of choices) {
      left -= weight;
      if (left < 0) return choice;
    }
    return choices.at(-1)![1];
  }

  /** A list of as many as a number between two limits. */
  list<T>(least: number, most: number, make: () => T): T[] {
    const length = least + this.below(most - least + 1);
    return Array.from({ length }, make);
  }
}
