/**
 * What a program left over when it was done.
 *
 * @module
 */

import { originOf } from "../host/origins.ts";

/** One thing that was left over. */
export interface Leak {
  /**
   * A timer that waits, a task of a loop, a promise that was handed out and not
   * awaited, an operation of the host's, a rejection that nobody handled.
   */
  readonly kind: "timer" | "task" | "promise" | "operation" | "rejection";
  /** What it is: `setTimeout(retry, 1000), due at 1500 ms`. */
  readonly label: string;
  /** Where it was made: lines of a stack, the innermost first. */
  readonly origin: readonly string[];
}

/** So many leaks are written out in the message. */
const MOST_SHOWN = 10;

/**
 * Thrown when a program is done and something of it is not: timers, tasks,
 * promises, operations, rejections.
 */
export class LeakError extends Error {
  /** The class's name. */
  override readonly name = "LeakError";
  /** What was left over, in the order in which it was made. */
  readonly leaks: readonly Leak[];

  /**
   * Makes the error.
   *
   * @param leaks what was left over
   * @param where who found it: `virtual()`
   */
  constructor(leaks: readonly Leak[], where: string) {
    const count = leaks.length === 1
      ? "One thing is"
      : `${leaks.length} things are`;
    const shown = leaks.slice(0, MOST_SHOWN).map(describeLeak);
    const more = leaks.length - shown.length;
    super(
      `${count} left over at the end of ${where}; finish or cancel what the body begins\n${
        shown.join("\n")
      }${more > 0 ? `\n  and ${more} more` : ""}`,
    );
    this.leaks = leaks;
    const [first] = leaks;
    if (leaks.length === 1 && first instanceof RejectionLeak) {
      this.cause = first.reason;
    }
  }
}

/** A rejection that nobody handled, with what it was rejected with. */
export class RejectionLeak implements Leak {
  /** It is a rejection. */
  readonly kind = "rejection";
  /** The reason in words. */
  readonly label: string;
  /** Where the reason was made, when it is an error. */
  readonly origin: readonly string[];
  /** What the promise was rejected with. */
  readonly reason: unknown;

  /** Describes a reason. */
  constructor(reason: unknown) {
    this.label = `a promise rejected with ${
      reason instanceof Error ? `${reason.name}: ${reason.message}` : reason
    }, which nobody handled`;
    this.origin = reason instanceof Error ? originOf(reason) : [];
    this.reason = reason;
  }
}

function describeLeak({ label, origin }: Leak): string {
  return [`  ${label}`, ...origin.map((line) => `      ${line}`)].join("\n");
}
