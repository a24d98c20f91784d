/**
 * All schedules that depart from first in, first out at most so many times.
 *
 * A failing schedule that a search finds is full of accidents: of its thirty
 * decisions, twenty-eight have nothing to do with the bug. What a reader wants is
 * the least that has to go wrong. So count how often a schedule *departs*: takes
 * another completion than the first in line, several at once, another value than
 * the first, a fault. Then the plainest failing schedule is the one with the
 * fewest departures, and it can be found the way one would look for it by hand:
 * try all schedules with none, then all with one, then with two. The first that
 * fails is a shortest one, and nothing has to be proven afterwards.
 *
 * That sounds dear and seldom is. The schedules with at most two departures are
 * about the square of a run's length, not the exponential of it, and few bugs
 * need more than two or three.
 *
 * It is the exhaustive walk on a leash: once the departures are used up, every
 * further question has one answer, and a question with one answer takes no place
 * in the walk.
 *
 * @module
 */

import type { Strategy } from "./chooser.ts";
import { Exhaustive, type Limits } from "./exhaustive.ts";
import type { Pending } from "./pending.ts";

/** Goes through every schedule with few departures. */
export class FewDepartures implements Strategy {
  readonly #limits: Limits;
  readonly #most: number;
  readonly #walk: Exhaustive;
  #departures = 0;

  /**
   * Makes a search that stands before its first run.
   *
   * @param limits what it varies
   * @param most how many departures a schedule may have
   */
  constructor(limits: Limits, most: number, walk = new Exhaustive(limits)) {
    this.#limits = limits;
    this.#most = most;
    this.#walk = walk;
  }

  begin(): void {
    this.#departures = 0;
    this.#walk.begin();
  }

  deliver(ready: readonly Pending[], order: number[]): boolean {
    if (this.#onTheWay) {
      order.push(0);
      return true;
    }
    if (!this.#walk.deliver(ready, order)) return false;
    if (order.length > 1 || order[0] !== 0) this.#departures++;
    return true;
  }

  value(options: number): number {
    return this.#count(this.#onTheWay ? 0 : this.#walk.value(options));
  }

  fault(faults: number): number {
    return this.#count(this.#onTheWay ? 0 : this.#walk.fault(faults));
  }

  counts(): boolean {
    return true;
  }

  next(): boolean {
    return this.#walk.next();
  }

  place(): string {
    return this.#walk.place();
  }

  goTo(place: string): void {
    this.#walk.goTo(place);
  }

  share(): number {
    return this.#walk.share();
  }

  fork(): FewDepartures {
    const walk = this.#walk.fork() as Exhaustive;
    return new FewDepartures(this.#limits, this.#most, walk);
  }

  /** Whether all departures are used up. */
  get #onTheWay(): boolean {
    return this.#departures >= this.#most;
  }

  #count(answer: number): number {
    if (answer > 0) this.#departures++;
    return answer;
  }
}
