/**
 * Leaving out orders that make no difference: partial-order reduction.
 *
 * Three tasks of four deliveries each can be delivered in 34,650 orders. If each
 * task minds its own business, all of them come out alike, and one run would do.
 * Swap two neighbors in a schedule whose steps don't meet, and the body can't tell;
 * so schedules fall into classes, whose members are swaps of each other, and it
 * is enough to run one of each class. The art is to know the classes without
 * running their members. Three ideas do it (Godefroid 1996; Flanagan and Godefroid
 * 2005; Abdulla and others 2014):
 *
 * - *Races.* Run a schedule, look at what its steps have touched, and try the other
 *   order only where two of them meet and nothing forces their order.
 * - *Sleep.* When all runs that begin with *a* have been made, and now those with
 *   *b* are, then *a* need not come next as long as only steps follow that *a* does
 *   not meet: it could have come first, and that was tried. It sleeps until a
 *   step meets it. A run in which everything sleeps is given up.
 * - *Parting.* A batch whose completions fall into two parts that don't meet is the
 *   same as one part after the other.
 *
 * All of it is as sound as the answer to one question: do two steps meet? They do,
 * unless both footprints are known for certain (see `footprint.ts`). A footprint
 * is known when every completion that was delivered has declared a `resource`,
 * somebody tells of promises (the engine) or futures (this library), no timer
 * waits, and the step did nothing that all others feel: it made no choice, suffered
 * no fault, broke no invariant, and the run was not over with it. What is unknown
 * meets everything, and everything that was pending beside it is tried in its place.
 * So is a completion that a step has called off: it never comes to race with it.
 *
 * Two things that differ between the members of a class are no difference: the
 * order of the pending list, and the numbers of completions. The body sees
 * neither.
 *
 * Bodies that declare nothing pay nothing: the first run, first in, first out,
 * goes to the plain walk, which keeps the rest when it has met no `resource`.
 *
 * @module
 */

import type { Strategy } from "../schedules/chooser.ts";
import {
  Exhaustive,
  type Limits,
  type Shard,
} from "../schedules/exhaustive.ts";
import { meet } from "./footprint.ts";
import type { Pending } from "../schedules/pending.ts";
import { CoroutineSteps } from "./reduction_coroutines.ts";
import { type Informed, PromiseSteps } from "./reduction_promises.ts";
import type { Meet } from "./reduction_turn.ts";
import { ReducedWalk } from "./reduction_walk.ts";
import type { ScheduledRun } from "../runs/run_schedule.ts";

/** Goes through every schedule that may make a difference. */
export class Reduced implements Strategy {
  readonly #limits: Limits;
  readonly #shard: Shard;
  readonly #runs: ScheduledRun;
  readonly #meet: Meet;
  /** Shared with the copies of this search. */
  readonly #informed: Informed;
  #walk: Strategy;
  /** Whether the first run is over, and with it the choice of the walk. */
  #decided = false;
  #declared = false;

  /**
   * Makes a search that stands before its first run.
   *
   * @param limits what it varies
   * @param shard which part is its own
   * @param runs runs the body
   * @param compare says whether two steps may influence each other
   * @param informed hears what the steps of the body touch
   */
  constructor(
    limits: Limits,
    shard: Shard,
    runs: ScheduledRun,
    compare: Meet = meet,
    informed: Informed = runs.needsDrain
      ? new PromiseSteps()
      : new CoroutineSteps(),
  ) {
    this.#limits = limits;
    this.#shard = shard;
    this.#runs = runs;
    this.#meet = compare;
    this.#informed = informed;
    this.#walk = new Exhaustive(limits, shard);
  }

  begin(): void {
    this.#walk.begin();
  }

  deliver(ready: readonly Pending[], order: number[]): boolean {
    if (!this.#decided && !this.#declared) {
      this.#declared = ready.some(({ resource }) => resource !== undefined);
    }
    return this.#walk.deliver(ready, order);
  }

  value(options: number): number {
    return this.#walk.value(options);
  }

  fault(faults: number): number {
    return this.#walk.fault(faults);
  }

  // #region decide
  counts(): boolean {
    // The run that decides is made once more by the walk that it decides for.
    return !this.#isToReduce() && this.#walk.counts();
  }

  next(): boolean {
    if (this.#isToReduce()) {
      this.#reduce();
      return true;
    }
    this.#decided = true;
    return this.#walk.next();
  }

  /** Whether this first run has shown that there may be something to leave out. */
  #isToReduce(): boolean {
    return !this.#decided && this.#declared && this.#informed.listen();
  }
  // #endregion

  #reduce(): void {
    this.#decided = true;
    this.#walk = new ReducedWalk({
      limits: this.#limits,
      shard: this.#shard,
      runs: this.#runs,
      steps: this.#informed.steps,
      meet: this.#meet,
    });
  }

  fork(): Strategy {
    return this.#decided ? this.#walk.fork() : new Reduced(
      this.#limits,
      this.#shard,
      this.#runs,
      this.#meet,
      this.#informed,
    );
  }

  place(): string {
    return this.#walk.place();
  }

  goTo(place: string): void {
    if (place === "") return;
    this.#decided = true;
    if (place.startsWith("[") && this.#informed.listen()) this.#reduce();
    this.#walk.goTo(place);
  }

  share(): number | null {
    return this.#walk.share();
  }

  /** Stops listening; its runs can still be had again. */
  close(): void {
    this.#informed.close();
  }
}
