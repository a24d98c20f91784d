/**
 * The clock as the body of a test holds it.
 *
 * @module
 */

import type { VirtualHost } from "./virtual_host.ts";

/** The clock of a run, handed to the body of {@linkcode virtual}. */
export interface VirtualTime {
  /**
   * How much virtual time has passed.
   *
   * @returns milliseconds since the body began
   */
  now(): number;

  /**
   * Lets time pass. Everything that is due until then is fired, in order, and the
   * promise resolves when all that follows from it has run: the callbacks, the
   * promises they settle, the timers they set for the same time.
   *
   * @param milliseconds how much, from 0; with 0 nothing but what can run now runs
   * @returns a promise of nothing; await it before the next call
   * @throws {RangeError} when it is no number of milliseconds from 0 on
   */
  advance(milliseconds: number): Promise<void>;

  /**
   * Waits, as a timer of the program would.
   *
   * @param milliseconds how long
   * @returns a promise that resolves then
   * @throws {RangeError} when it is no number of milliseconds from 0 on
   */
  sleep(milliseconds: number): Promise<void>;

  /**
   * The timers that wait, in the order in which they were set.
   *
   * @returns what they are and when they are due
   */
  timers(): readonly PendingTimer[];
}

/** A timer that waits. */
export interface PendingTimer {
  /** What it is: `setTimeout(retry, 100)`. */
  readonly label: string;
  /** When it is due, in milliseconds since the body began. */
  readonly due: number;
}

/** Somebody waits in `advance` for the clock to get there. */
export interface Advance {
  /** Where the clock shall go, in milliseconds since the start. */
  readonly target: number;
  /** Says that it is there and that everything has run. */
  readonly done: () => void;
  /** Where `advance` was called. */
  readonly origin: Error;
}

/**
 * The clock of a host.
 *
 * @param host the clock and timers
 * @param advances where those who wait in `advance` are put
 * @returns what the body gets
 */
export function virtualTime(
  host: VirtualHost,
  advances: Set<Advance>,
): VirtualTime {
  return {
    now: () => host.now(),
    advance(milliseconds) {
      checkDuration("advance", milliseconds);
      const origin = new Error("advance");
      return new Promise((resolve) => {
        const advance: Advance = {
          target: host.now() + milliseconds,
          origin,
          done() {
            advances.delete(advance);
            resolve();
          },
        };
        advances.add(advance);
      });
    },
    sleep(milliseconds) {
      checkDuration("sleep", milliseconds);
      return new Promise((resolve) => {
        host.set("time.sleep", milliseconds, resolve, []);
      });
    },
    timers: () =>
      Array.from(host.timers(), ({ label, deadline }) => ({
        label,
        due: deadline,
      })),
  };
}

function checkDuration(name: string, value: unknown): void {
  if (typeof value === "number" && value >= 0 && value < Infinity) return;
  throw new RangeError(
    `time.${name}() takes milliseconds from 0 on, not ${
      typeof value === "string" ? JSON.stringify(value) : String(value)
    }`,
  );
}
