/**
 * Schedules drawn so that bugs are found with a known probability.
 *
 * Drawing every answer evenly finds badly what needs one strand of work to be
 * held up for long: evenly drawn, everybody gets on at about the same pace.
 * *Probabilistic concurrency testing* (Burckhardt and others, 2010) draws
 * priorities instead:
 *
 * - every strand of work gets a random priority, and of the pending completions
 *   always that of the highest is delivered, so that the low ones wait as long as
 *   they can;
 * - at *depth - 1* random deliveries, the change points, the strand whose turn it
 *   is drops below all others.
 *
 * A bug has depth *d* when *d* orders between deliveries bring it about: a lost
 * update has two, most published ones have up to three. With *n* strands and *k*
 * deliveries, one schedule finds it with a probability of at least
 * 1 / (n × k^(d - 1)). That holds for single deliveries; where batches are on, a
 * coin decides at each delivery whether the next in priority comes along.
 *
 * A strand is what a thread would be: a completion, what its continuation waits
 * for first, and so on. Whatever else a step begins starts strands of its own.
 * *k* is not known beforehand; the longest run up to now stands in for it.
 *
 * @module
 */

import type { Strategy } from "./chooser.ts";
import type { Limits, Shard } from "./exhaustive.ts";
import type { Pending } from "./pending.ts";
import { parseNumbers } from "./place_in_search.ts";
import { RandomNumbers } from "./random_numbers.ts";

/** How PCT draws. */
export interface PctOptions extends Limits {
  /** Where random numbers begin. */
  readonly seed: number;
  /** Which of the schedules are its own. */
  readonly shard: Shard;
  /** How many orders the bug needs at most. */
  readonly depth: number;
}

/** How long the first run is taken to be. */
const FIRST_LENGTH = 8;

/** Draws schedules by priorities. */
export class PctSchedules implements Strategy {
  readonly #options: PctOptions;
  readonly #numbers: RandomNumbers = new RandomNumbers();
  /** The strand of each completion, by id. */
  readonly #strands: number[] = [];
  /** Completions whose strand was carried on. */
  readonly #carriedOn: Set<number> = new Set();
  /** The priority of each strand; above 1 until it drops. */
  readonly #priorities: number[] = [];
  /** The delivery at which the nth change comes. */
  readonly #changes: number[] = [];
  #schedule: number;
  #longest = 0;
  #delivery = 0;
  #faults = 0;

  /**
   * @param options limits, seed, shard, depth
   */
  constructor(options: PctOptions) {
    this.#options = options;
    this.#schedule = options.shard.index;
  }

  begin(): void {
    const { seed, depth } = this.#options;
    this.#numbers.begin(seed, this.#schedule);
    this.#strands.length = 0;
    this.#carriedOn.clear();
    this.#priorities.length = 0;
    this.#delivery = 0;
    this.#faults = 0;
    const length = this.#longest || FIRST_LENGTH;
    for (let change = 0; change < depth - 1; change++) {
      this.#changes[change] = this.#numbers.below(length);
    }
  }

  deliver(ready: readonly Pending[], order: number[]): boolean {
    for (const completion of ready) this.#enter(completion);
    let first = this.#highest(ready, order);
    const change = this.#changes.indexOf(this.#delivery++);
    if (change >= 0) {
      const strand = this.#strands[ready[first]!.id]!;
      this.#priorities[strand] = (change + 1) / this.#options.depth;
      first = this.#highest(ready, order);
    }
    order.push(first);
    while (ready[first]!.joins && order.length < this.#options.batch) {
      const next = this.#highest(ready, order, true);
      if (next < 0 || this.#numbers.below(2) === 0) break;
      order.push(next);
    }
    return true;
  }

  value(options: number): number {
    return this.#numbers.below(options);
  }

  fault(faults: number): number {
    if (this.#faults === this.#options.faults) return 0;
    const fault = this.#numbers.below(faults + 1);
    if (fault > 0) this.#faults++;
    return fault;
  }

  next(): boolean {
    this.#schedule += this.#options.shard.count;
    this.#longest = Math.max(this.#longest, this.#delivery);
    return true;
  }

  counts(): boolean {
    return true;
  }

  place(): string {
    return `${this.#schedule}:${this.#longest}`;
  }

  goTo(place: string): void {
    if (place === "") return;
    [this.#schedule = 0, this.#longest = 0] = parseNumbers(place, 2);
  }

  share(): null {
    return null;
  }

  fork(): Strategy {
    const copy = new PctSchedules(this.#options);
    copy.#schedule = this.#schedule;
    copy.#longest = this.#longest;
    return copy;
  }

  /** Finds the strand of a completion, or begins one. */
  #enter({ id, parent }: Pending): void {
    if (this.#strands[id] !== undefined) return;
    const carriesOn = parent >= 0 && !this.#carriedOn.has(parent);
    if (carriesOn) {
      this.#carriedOn.add(parent);
      this.#strands[id] = this.#strands[parent]!;
    } else {
      this.#strands[id] = this.#priorities.push(1 + this.#numbers.fraction()) -
        1;
    }
  }

  /** The place of the highest priority that is not taken, -1 for none. */
  #highest(
    ready: readonly Pending[],
    taken: readonly number[],
    joining = false,
  ): number {
    let best = -1;
    let highest = -1;
    for (let place = 0; place < ready.length; place++) {
      const { id, joins } = ready[place]!;
      if (joining && !joins || taken.includes(place)) continue;
      const priority = this.#priorities[this.#strands[id]!]!;
      if (priority <= highest) continue;
      best = place;
      highest = priority;
    }
    return best;
  }
}
