/**
 * A schedule: everything the host decided in one run, and its short spelling.
 *
 * A run of asynchronous code is fixed by the answers to three questions, asked
 * again and again: which of the pending completions is delivered next (or which
 * few at once), which value `choose` gives, which fault strikes. A schedule lists
 * the answers in the order of the questions, so it can be said in a line,
 * `1.0.2+0.v1.f0`, and the run can be had again from it:
 *
 * | decision | means |
 * |---|---|
 * | `1` | the pending completion number 1 is delivered |
 * | `2+0` | number 2 and number 0 are delivered together, in this order |
 * | `v1` | `choose` gives its option number 1 |
 * | `f0`, `f1` | no fault, the first fault |
 *
 * Pending completions are numbered from 0 in the order in which they became
 * pending, those left out that can't come yet (a timer behind a surely earlier
 * one). So `0` is first in, first out, and a schedule says by its other numbers
 * where a run departs from that.
 *
 * @module
 */

import { describe } from "../../tasks/coroutine.ts";

/** One answer of the host. */
export type Decision =
  | {
    /** Completions are delivered. */
    readonly kind: "deliver";
    /** Their places among those that could be, in the order of delivery. */
    readonly order: readonly number[];
  }
  | {
    /** `choose` gives an option. */
    readonly kind: "value";
    /** Which one, from 0. */
    readonly index: number;
  }
  | {
    /** An `io` that may fail does, or doesn't. */
    readonly kind: "fault";
    /** Which fault, from 1; 0 for none. */
    readonly index: number;
  };

/** The answers of the host in one run, in the order of the questions. */
export type Schedule = readonly Decision[];

const SPELLING = /^(?:(\d+(?:\+\d+)*)|([vf])(\d+))$/;

/**
 * Reads a schedule.
 *
 * @param text decisions joined by dots; empty for none
 * @returns the decisions
 * @throws {TypeError} for what is no text
 * @throws {SyntaxError} for what is no decision; the message says which
 */
export function parseSchedule(text: string): Schedule {
  if (typeof text !== "string") {
    throw new TypeError(
      `Schedule must be a text such as "1.0.2+0", not ${describe(text)}`,
    );
  }
  if (text === "") return [];
  return text.split(".").map((part, position, { length }) => {
    const [, order, letter, index] = SPELLING.exec(part) ?? [];
    if (order !== undefined) {
      const places = order.split("+").map(Number);
      const twice = places.find((place, at) => places.indexOf(place) < at);
      if (twice === undefined) return { kind: "deliver", order: places };
      throw new SyntaxError(
        `Decision ${
          position + 1
        } of the schedule delivers number ${twice} twice: ${part}`,
      );
    }
    if (letter !== undefined) {
      const kind = letter === "v" ? "value" : "fault";
      return { kind, index: Number(index) };
    }
    throw new SyntaxError(
      `Decision ${position + 1} of ${length} in the schedule ${
        JSON.stringify(text)
      } is ${
        JSON.stringify(part)
      }; write a number, numbers joined by +, or a number after v or f`,
    );
  });
}

/**
 * Spells a schedule.
 *
 * @param schedule the decisions
 * @returns them joined by dots
 */
export function formatSchedule(schedule: Schedule): string {
  return schedule.map(formatDecision).join(".");
}

/**
 * Spells one decision.
 *
 * @param decision the decision
 * @returns a piece of a schedule without a dot
 */
export function formatDecision(decision: Decision): string {
  switch (decision.kind) {
    case "deliver":
      return decision.order.join("+");
    case "value":
      return `v${decision.index}`;
    case "fault":
      return `f${decision.index}`;
  }
}

/**
 * How far a schedule is from what happens when nothing special does: completions
 * singly, first in, first out, the first value, no fault.
 *
 * @param schedule the decisions
 * @returns how many decisions are otherwise
 */
export function departures(schedule: Schedule): number {
  let count = 0;
  for (const decision of schedule) {
    if (formatDecision(decision).replace(/^[vf]/, "") !== "0") count++;
  }
  return count;
}
