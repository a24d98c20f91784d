/**
 * Every schedule once: a walk through a tree that nobody ever builds.
 *
 * Think of all runs of a body as a tree. Its root is the start; at each node the
 * host decides; each edge is one answer; each leaf is the end of a run. To test
 * a body for certain is to visit every leaf. But the tree does not exist: its
 * nodes are states of a program, and a running JavaScript program can be neither
 * saved nor copied, so one cannot go back to a node and take its other edge.
 *
 * The way out is old (VeriSoft, 1997) and is called *stateless* exploration: to
 * get back to a node, run the program again from the start and give the same
 * answers as before. All that has to be kept is the row of answers that leads
 * from the root to the current leaf, with the number of answers there were at
 * each place. It is an odometer:
 *
 * ```text
 * answers  0 0 0     the first run: always the first answer
 * of       2 3 1
 * answers  0 1       the last place that has another answer takes it; what was
 *                    behind it is forgotten, the run will find out anew
 * answers  0 2
 * answers  1         places that have none left are dropped
 * ```
 *
 * The run behind the kept answers takes the first answer everywhere, which is
 * first in, first out. When no place has another answer, every leaf was visited
 * exactly once. Memory is the depth of one run, however many runs there are.
 *
 * This stands on one promise: the same answers lead to the same questions. A
 * body that asks the clock or draws random numbers breaks it, and then the walk
 * would go through a tree that changes under its feet. So every answer is kept
 * with what was asked, and a run that is asked something else is reported.
 *
 * A decision with one answer is no decision here; it takes no place in the row.
 *
 * @module
 */

import { Deviation, type Strategy } from "./chooser.ts";
import { countOrders, orderOf } from "./orders.ts";
import type { Pending } from "./pending.ts";
import {
  formatPath,
  parsePath,
  type PathStep,
  shareBefore,
} from "./place_in_search.ts";

/** What a search may vary, and how far. */
export interface Limits {
  /** How many completions are delivered at once at most. */
  readonly batch: number;
  /** How many faults strike in a run at most. */
  readonly faults: number;
}

/** A part of a search that is shared out. */
export interface Shard {
  /** Which part, from 0. */
  readonly index: number;
  /** How many parts there are. */
  readonly count: number;
}

/** So many beginnings for each shard make the shards about equal. */
const BEGINNINGS = 16;

/** Goes through every schedule. */
export class Exhaustive implements Strategy {
  readonly #limits: Limits;
  readonly #shard: Shard;
  /** The answers that lead to the current leaf. */
  readonly #answers: number[] = [];
  /** How many answers there were at each place. */
  readonly #counts: number[] = [];
  /**
   * What was asked at each place: the label of what became pending last. `null`
   * where another search has been, and only its answers are known.
   */
  readonly #asked: (string | null)[] = [];
  #place = 0;
  #faults = 0;
  /** Which of the beginnings the run has taken, and of how many. */
  #beginning = 0;
  #beginnings = 1;

  /**
   * Makes a search that stands before its first run.
   *
   * @param limits what it varies
   * @param shard which part of the tree is its own
   */
  constructor(limits: Limits, shard: Shard = { index: 0, count: 1 }) {
    this.#limits = limits;
    this.#shard = shard;
  }

  begin(): void {
    this.#place = 0;
    this.#faults = 0;
    this.#beginning = 0;
    this.#beginnings = 1;
  }

  deliver(ready: readonly Pending[], order: number[]): boolean {
    const count = countOrders(ready, this.#limits.batch);
    const answer = count === 1
      ? 0
      : this.#answer(count, ready[ready.length - 1]!.label);
    if (answer < 0) return false;
    orderOf(answer, ready, order);
    return true;
  }

  value(options: number): number {
    return options === 1 ? 0 : this.#answer(options, "choose");
  }

  fault(faults: number): number {
    if (this.#faults === this.#limits.faults) return 0;
    const answer = this.#answer(faults + 1, "fault");
    if (answer > 0) this.#faults++;
    return answer;
  }

  next(): boolean {
    this.#checkAllAsked();
    const answers = this.#answers;
    while (answers.length > 0) {
      const last = answers.length - 1;
      if (++answers[last]! < this.#counts[last]!) return true;
      answers.pop();
      this.#counts.pop();
      this.#asked.pop();
    }
    return false;
  }

  counts(): boolean {
    return this.#isMine(this.#beginning);
  }

  fork(): Strategy {
    const copy = new Exhaustive(this.#limits, this.#shard);
    copy.#answers.push(...this.#answers);
    copy.#counts.push(...this.#counts);
    copy.#asked.push(...this.#asked);
    return copy;
  }

  place(): string {
    return formatPath(this.#path());
  }

  goTo(place: string): void {
    for (const { answer, count } of parsePath(place)) {
      this.#answers.push(answer);
      this.#counts.push(count);
      this.#asked.push(null);
    }
  }

  share(): number {
    return shareBefore(this.#path());
  }

  #path(): PathStep[] {
    return this.#answers.map((answer, place) => ({
      answer,
      count: this.#counts[place]!,
    }));
  }

  #answer(count: number, asked: string): number {
    const place = this.#place++;
    if (place === this.#answers.length) {
      this.#answers.push(0);
      this.#counts.push(count);
      this.#asked.push(asked);
    } else if (
      this.#counts[place] !== count || this.#asked[place] !== asked
    ) this.#asksAnew(place, count, asked);
    return this.#shard.count === 1
      ? this.#answers[place]!
      : this.#sharedAnswer(place, count);
  }

  /**
   * The first answer from the planned one on that this shard may give.
   *
   * Shards split the tree near its root. A beginning, a path of so many branches
   * that there may be enough of them, has a number that depends on nothing but
   * the path; the shard with that number, modulo the shards, owns all that
   * grows from it. So every leaf has one owner, and nobody has to talk to anybody.
   */
  #sharedAnswer(place: number, count: number): number {
    if (this.#beginnings >= BEGINNINGS * this.#shard.count) {
      return this.#answers[place]!;
    }
    this.#beginnings *= count;
    const first = this.#beginning * count;
    const decided = this.#beginnings >= BEGINNINGS * this.#shard.count;
    let answer = this.#answers[place]!;
    while (decided && answer < count && !this.#isMine(first + answer)) answer++;
    this.#answers[place] = answer;
    this.#beginning = first + answer;
    return answer < count ? answer : -1;
  }

  #isMine(beginning: number): boolean {
    return beginning % this.#shard.count === this.#shard.index;
  }

  #asksAnew(place: number, count: number, asked: string): void {
    if (this.#counts[place] === count && this.#asked[place] === null) {
      this.#asked[place] = asked;
      return;
    }
    throw new Deviation(
      `offered ${this.#counts[place]} ways, the last of them to do with ${
        JSON.stringify(this.#asked[place])
      }; now it offers ${count}, the last to do with ${JSON.stringify(asked)}`,
    );
  }

  #checkAllAsked(): void {
    if (this.#place >= this.#answers.length) return;
    throw new Deviation(
      `offered ${this.#counts[this.#place]} ways; now the run ends before it`,
    );
  }
}
