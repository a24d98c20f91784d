/**
 * Drives work that needs the host's help: promise jobs, or a turn of its loop.
 *
 * A search is a generator. Where it needs something of the host it yields what,
 * and goes on when it has it:
 *
 * - {@linkcode DRAIN}: all promise jobs are to run, until none is left. This is
 *   asked for at every decision, so its price decides how fast a search is.
 * - {@linkcode TURN}: the host is to have a turn. It reports unhandled rejections
 *   then, delivers signals such as Ctrl-C, and sees to whatever else it has.
 * - a number of milliseconds: the same, after that time.
 *
 * Where the engine can run its promise jobs on demand, a million decisions go by
 * inside of one task of the host's. Elsewhere each takes a turn: as certain, and
 * a good deal slower. See `host_turn.ts`.
 *
 * @module
 */

import { HostTurn, promiseJobRunner } from "../host/host_turn.ts";

/** Yielded to have all promise jobs run. */
export const DRAIN = -1;
/** Yielded to give the host a turn. */
export const TURN = 0;

/** What work may ask of the host. */
export type Need = number;

/** Runs work, with the host's functions as they were when it was made. */
export class Driver {
  readonly #runJobs = promiseJobRunner();
  readonly #turn = new HostTurn(() => this.#goOn());
  #goOn: () => void = () => {};

  /**
   * Runs work to its end; one at a time.
   *
   * @param work asks for what it needs
   * @returns a promise of what the work returns
   */
  drive<T>(work: Iterator<Need, T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#goOn = () => {
        try {
          const step = this.#advance(work);
          if (step.done) resolve(step.value);
          else if (step.value > 0) this.#turn.after(step.value);
          else this.#turn.next();
        } catch (error) {
          reject(error);
        }
      };
      this.#turn.next();
    });
  }

  /** Gives up what it has of the host. */
  close(): void {
    this.#turn.close();
  }

  /** Goes on to the end, or to what takes a turn of the host. */
  #advance<T>(work: Iterator<Need, T>): IteratorResult<Need, T> {
    const runJobs = this.#runJobs;
    let step = work.next();
    while (!step.done && step.value === DRAIN && runJobs !== null) {
      runJobs();
      step = work.next();
    }
    return step;
  }
}
