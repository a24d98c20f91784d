/**
 * A trace read as turns.
 *
 * A loop runs one thing at a time: a task until it waits, or a callback until
 * it returns. One such uninterrupted run is a *turn*, and a trace is a row of
 * turns, one after the other. Both pictures (text and SVG) and the story told
 * to screen readers are drawn from that row, so it is read here, once.
 *
 * Between its turns an actor is either *ready* (it stands in the ready queue
 * and only waits for the processor) or *waiting* (for the clock, a future,
 * another task). Such a time is a *stretch*. A stretch begins and ends at a
 * *slot*, and slots are counted so that comparing two of them says which came
 * first:
 *
 * - slot `2 i` is the moment at which turn `i` begins;
 * - slot `2 i + 1` is the end of turn `i`, where the actor itself goes to wait
 *   and where those it woke or made become ready.
 *
 * What comes from outside the loop (the clock, the host) falls between two
 * turns, and so has the slot at which the next turn begins.
 *
 * @module
 */

import type { TraceMoment, TraceWait } from "../loop/trace_event.ts";

/** A task, all callbacks of one name, or the code outside the loop. */
export interface Actor {
  /** Which of the three this is. */
  readonly kind: "task" | "callback" | "outside";
  /** The task's number, or the number of the first such callback; else 0. */
  readonly id: number;
  /** The last known name. */
  name: string;
  /** When it was ready or waiting, in the order of time. */
  readonly stretches: Stretch[];
  /** How it ended; `null` for a task that never did, and for callbacks. */
  ending: Ending | null;
}

/** How a task ended, or that a callback threw. */
export interface Ending {
  /** The turn in which it ended. */
  readonly turn: number;
  /** How. */
  readonly kind: "finished" | "failed" | "cancelled";
  /** The result or the error as text. */
  readonly detail: string;
}

/** What a task waits for, or the timer that will call a callback. */
export type Wait = TraceWait | { readonly kind: "timer" };

/** A time in which an actor does not run. */
export interface Stretch {
  /**
   * Ready to run, waiting for something, or held up in the middle of its turn
   * by a task that it started eagerly.
   */
  readonly state: "ready" | "waiting" | "held";
  /** The slot at which it begins. */
  readonly from: number;
  /** The pass in which it begins. */
  readonly pass: number;
  /** The slot at which it ends. */
  to: number;
  /** What it waits for; `null` while it does not. */
  readonly wait: Wait | null;
  /** What ended the wait, when no turn did: the clock or the host. */
  endedBy: "clock" | "host" | null;
}

/** One uninterrupted run of one actor. */
export interface Turn extends TraceMoment {
  /** The place in the row of turns. */
  readonly index: number;
  /** Who runs. */
  readonly actor: Actor;
  /** The time of the last thing it did: later than `time` on a real clock. */
  until: number;
  /** Whether it is the first of its task. */
  readonly starts: boolean;
  /** What it did to others and printed, in order. */
  readonly acts: Act[];
  /** What its task waits for afterwards. */
  wait: TraceWait | null;
  /** How its actor ended in it. */
  ending: Ending | null;
}

/** Something that a turn did. */
export type Act =
  | {
    readonly kind: "made" | "woke" | "scheduled" | "timed" | "cancelled";
    readonly target: Actor;
  }
  | { readonly kind: "printed"; readonly text: string };

/** A cancellation that was asked for from outside the loop. */
export interface OutsideCancel {
  /** The slot before which it came. */
  readonly slot: number;
  /** The task that was asked to stop. */
  readonly target: Actor;
}

/** A whole trace, read. */
export interface Reading {
  /** All turns in the order in which they happened. */
  readonly turns: readonly Turn[];
  /** Tasks by number, then callbacks by first call, then the outside. */
  readonly actors: readonly Actor[];
  /** Cancellations that came from outside. */
  readonly outsideCancels: readonly OutsideCancel[];
  /** The time of the first event, in milliseconds. */
  readonly start: number;
  /** The time of the last event, in milliseconds. */
  readonly end: number;
}
