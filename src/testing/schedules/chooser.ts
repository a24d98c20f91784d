/**
 * Who answers for the host.
 *
 * A run asks three questions and doesn't care who answers: a search that goes
 * through all answers, a random one, or a schedule that somebody wants to see
 * again. All three are choosers.
 *
 * @module
 */

import type { Pending } from "./pending.ts";

/** Answers for the host during one run. */
export interface Chooser {
  /** Before each run: goes back to the beginning of its plan. */
  begin(): void;
  /**
   * Chooses what is delivered next; asked even when there is only one answer.
   *
   * @param ready what could be, in the order in which it became pending; at
   * least one
   * @param order empty; takes the places in `ready` of what is delivered
   * @returns `false` when nothing here is worth a run: it is given up
   */
  deliver(ready: readonly Pending[], order: number[]): boolean;
  /**
   * Chooses one of several values.
   *
   * @param options how many there are
   * @returns which one, or -1 when the run is to be given up
   */
  value(options: number): number;
  /**
   * Chooses a fault.
   *
   * @param faults how many there are
   * @returns 0 for none, else its place counted from 1; -1 when the run is to be
   * given up
   */
  fault(faults: number): number;
}

/** A chooser that plans one run after another. */
export interface Strategy extends Chooser {
  /**
   * After a run: whether it was one of those that this search is to count. A
   * search that is shared among machines meets some that are others'.
   */
  counts(): boolean;
  /**
   * After a run: plans the next.
   *
   * @returns `false` when all are done
   */
  next(): boolean;
  /** The same search at the same place, to go over a stretch again. */
  fork(): Strategy;
  /** Where the search stands, in a short text. */
  place(): string;
  /**
   * Goes to where another search stood.
   *
   * @param place as `place` gives it
   * @throws {SyntaxError} for what is no place of such a search
   */
  goTo(place: string): void;
  /** How much is done, from 0 to 1; `null` where there is no end. */
  share(): number | null;
}

/** Thrown by a chooser when a run asks otherwise than the same run did before. */
export class Deviation extends Error {
  override readonly name = "Deviation";
}
