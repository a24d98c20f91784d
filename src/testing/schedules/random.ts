/**
 * Schedules drawn at random: every answer is as likely as any other.
 *
 * For bodies whose schedules are too many to try. The first answer is drawn, then
 * the next, so schedules are not all equally likely: those with few decisions are
 * drawn more often. The numbers of the nth schedule depend on the seed and on n
 * alone; shards share out the n.
 *
 * @module
 */

import type { Strategy } from "./chooser.ts";
import type { Limits, Shard } from "./exhaustive.ts";
import { countOrders, orderOf } from "./orders.ts";
import type { Pending } from "./pending.ts";
import { parseNumbers } from "./place_in_search.ts";
import { RandomNumbers } from "./random_numbers.ts";

/** Draws schedules. */
export class RandomSchedules implements Strategy {
  readonly #limits: Limits;
  readonly #seed: number;
  readonly #shard: Shard;
  readonly #numbers: RandomNumbers = new RandomNumbers();
  #schedule: number;
  #faults = 0;

  /**
   * @param limits what it varies
   * @param seed where random numbers begin
   * @param shard which of the schedules are its own
   * @param schedule the first of them
   */
  constructor(
    limits: Limits,
    seed: number,
    shard: Shard,
    schedule: number = shard.index,
  ) {
    this.#limits = limits;
    this.#seed = seed;
    this.#shard = shard;
    this.#schedule = schedule;
  }

  begin(): void {
    this.#numbers.begin(this.#seed, this.#schedule);
    this.#faults = 0;
  }

  deliver(ready: readonly Pending[], order: number[]): boolean {
    const count = countOrders(ready, this.#limits.batch);
    orderOf(this.#numbers.below(count), ready, order);
    return true;
  }

  value(options: number): number {
    return this.#numbers.below(options);
  }

  fault(faults: number): number {
    if (this.#faults === this.#limits.faults) return 0;
    const fault = this.#numbers.below(faults + 1);
    if (fault > 0) this.#faults++;
    return fault;
  }

  next(): boolean {
    this.#schedule += this.#shard.count;
    return true;
  }

  counts(): boolean {
    return true;
  }

  place(): string {
    return String(this.#schedule);
  }

  goTo(place: string): void {
    if (place === "") return;
    [this.#schedule = 0] = parseNumbers(place, 1);
  }

  share(): null {
    return null;
  }

  fork(): Strategy {
    return new RandomSchedules(
      this.#limits,
      this.#seed,
      this.#shard,
      this.#schedule,
    );
  }
}
