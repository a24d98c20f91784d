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

import { HostTurn, promiseJobRunner } from "./host_turn.ts";

/** Yielded to have all promise jobs run. */
export const DRAIN = -1;
/** Yielded to give the host a turn. */
export const TURN = 0;

/** What work may ask of the host. */
export type Need = number;

/**
 * Runs work to its end.
 *
 * @param work asks for what it needs
 * @returns a promise of what the work returns
 */
export function drive<T>(work: Iterator<Need, T>): Promise<T> {
  const runJobs = promiseJobRunner();
  return new Promise<T>((resolve, reject) => {
    const turn = new HostTurn(() => {
      try {
        let step = work.next();
        while (!step.done && step.value === DRAIN && runJobs !== null) {
          runJobs();
          step = work.next();
        }
        if (step.done) resolve(step.value);
        else if (step.value > 0) return turn.after(step.value);
        else return turn.next();
      } catch (error) {
        reject(error);
      }
      turn.close();
    });
    turn.next();
  });
}
