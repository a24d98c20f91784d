/**
 * Following a schedule that is known.
 *
 * @module
 */

import type { Chooser } from "./chooser.ts";
import type { Pending } from "./pending.ts";
import type { Decision, Schedule } from "./schedule.ts";

/** Where a schedule stops fitting the body. */
export interface Misfit {
  /** The place of the decision in the schedule, from 0. */
  readonly position: number;
  /** What the run asked for there: `one of 2 pending completions`. */
  readonly wanted: string;
}

/**
 * Answers as a schedule says; where it ends, first in, first out, with the first
 * value and without faults. Where it does not fit, the run is given up.
 */
export class Follow implements Chooser {
  readonly #schedule: Schedule;
  #position = 0;
  /** Where the schedule does not fit, `null` as long as it does. */
  misfit: Misfit | null = null;

  /**
   * @param schedule the answers
   */
  constructor(schedule: Schedule) {
    this.#schedule = schedule;
  }

  begin(): void {
    this.#position = 0;
    this.misfit = null;
  }

  deliver(ready: readonly Pending[], order: number[]): boolean {
    const decision = this.#next();
    const places = decision === null
      ? FIRST
      : decision.kind === "deliver"
      ? decision.order
      : null;
    if (places === null || !fits(places, ready)) {
      const labels = ready.map((each) => each.describe()).join(", ");
      this.#complain(
        ready.length === 1
          ? `the one pending completion, 0: ${labels}`
          : `one of ${ready.length} pending completions, 0 to ${
            ready.length - 1
          }: ${labels}`,
      );
      return false;
    }
    order.push(...places);
    return true;
  }

  value(options: number): number {
    return this.#index("value", options, `a value, v0 to v${options - 1}`);
  }

  fault(faults: number): number {
    return this.#index(
      "fault",
      faults + 1,
      `a fault or none, f0 to f${faults}`,
    );
  }

  /** What is left of the schedule when the run is over. */
  get rest(): Schedule {
    return this.#schedule.slice(this.#position);
  }

  /** How many decisions of the schedule were taken. */
  get position(): number {
    return this.#position;
  }

  #index(kind: "value" | "fault", count: number, wanted: string): number {
    const decision = this.#next();
    if (decision === null) return 0;
    if (decision.kind === kind && decision.index < count) return decision.index;
    this.#complain(wanted);
    return -1;
  }

  #next(): Decision | null {
    return this.#schedule[this.#position++] ?? null;
  }

  #complain(wanted: string): void {
    this.misfit ??= { position: this.#position - 1, wanted };
  }
}

const FIRST: readonly number[] = [0];

function fits(places: readonly number[], ready: readonly Pending[]): boolean {
  return places.every((place) =>
    place < ready.length && (places.length === 1 || ready[place]!.joins)
  );
}
