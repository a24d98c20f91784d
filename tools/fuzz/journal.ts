/**
 * What happened in a run, beside its trace.
 *
 * @module
 */
import type { Expression, Statement } from "./program.ts";

/** How a statement or an expression turned out. */
export type Outcome =
  /** As it stands. */
  | "done"
  /** There was no future in the slot. */
  | "nothing"
  /** The task would have waited for itself, by way of others. */
  | "circle";

/** Notes what was done, and how it turned out. */
export class Journal {
  /** The names of what was done at least once. */
  readonly productions: Set<string> = new Set();
  /** Whether a cancellation went through a `finally`. */
  cancelledInFinally = false;
  /** Whether the run was too long, and cut off. */
  isCutOff = false;
  readonly #outcomes: Map<Statement | Expression, Set<Outcome>> = new Map();

  /** A statement is done, or an expression is made. */
  does(what: Statement | Expression): void {
    this.productions.add(what[0]);
  }

  /** It turned out like this. */
  turnsOut(what: Statement | Expression, outcome: Outcome): void {
    const outcomes = this.#outcomes.get(what);
    if (outcomes === undefined) this.#outcomes.set(what, new Set([outcome]));
    else outcomes.add(outcome);
  }

  /** A cancellation goes through a `finally`. */
  cancelsInFinally(): void {
    this.cancelledInFinally = true;
  }

  /** The run is too long. */
  cutsOff(): void {
    this.isCutOff = true;
  }

  /** All the ways in which it turned out; none when it never was done. */
  outcomesOf(what: Statement | Expression): ReadonlySet<Outcome> {
    return this.#outcomes.get(what) ?? new Set();
  }
}
