/**
 * A long search, written down now and then, so that it goes on after a crash.
 *
 * What is written is where the search stands and what it has counted. It goes on
 * only under the same options: under others, the same place is another place. The
 * seed of a search that draws is written too, and taken from there, so that nobody
 * needs to name one. A search that is over takes its checkpoint away.
 *
 * @module
 */

import { hostFiles } from "../host/host_files.ts";
import type { Plan } from "./options.ts";
import type { Strategy } from "../schedules/chooser.ts";
import type { Tally } from "./search.ts";

/** Milliseconds between two checkpoints. */
const PAUSE = 2_000;

interface Written {
  readonly options: string;
  /** Where its random numbers began; nobody need have said so. */
  readonly seed: number | null;
  readonly place: string;
  readonly schedules: number;
  readonly decisions: number;
  readonly maxDepth: number;
  readonly outcomes: readonly string[];
}

/** The checkpoint of one search. */
export class Checkpoint {
  readonly #path: string;
  readonly #options: string;
  readonly #seed: number | null;
  readonly #clock: () => number;
  #next: number;

  /**
   * @param path the file
   * @param plan the options of the search
   * @param clock the host's clock in milliseconds
   */
  constructor(path: string, plan: Plan, clock: () => number) {
    this.#path = path;
    this.#options = decisive(plan);
    this.#seed = plan.strategy === "exhaustive" ? null : plan.seed;
    this.#clock = clock;
    this.#next = clock() + PAUSE;
  }

  /**
   * Goes to where the file says, if there is one.
   *
   * @param strategy stands at its beginning
   * @param tally takes what was counted before
   * @throws {Error} when the file is of a search with other options, or of none
   */
  restore(strategy: Strategy, tally: Tally): void {
    const text = hostFiles("checkpoint").read(this.#path);
    if (text === null) return;
    const written = this.#parse(text);
    strategy.goTo(written.place);
    tally.schedules = written.schedules;
    tally.decisions = written.decisions;
    tally.maxDepth = written.maxDepth;
    for (const outcome of written.outcomes) tally.outcomes.add(outcome);
  }

  /** Writes down where a search stands, when it is time to. */
  turn(strategy: Strategy, tally: Tally): void {
    if (this.#clock() < this.#next) return;
    this.#next = this.#clock() + PAUSE;
    this.write(strategy, tally);
  }

  /** Writes down where a search stands. */
  write(strategy: Strategy, tally: Tally): void {
    const { schedules, decisions, maxDepth, outcomes } = tally;
    const written: Written = {
      options: this.#options,
      seed: this.#seed,
      place: strategy.place(),
      schedules,
      decisions,
      maxDepth,
      outcomes: [...outcomes],
    };
    hostFiles("checkpoint").write(this.#path, `${JSON.stringify(written)}\n`);
  }

  /** The search is over. */
  remove(): void {
    hostFiles("checkpoint").remove(this.#path);
  }

  #parse(text: string): Written {
    const advice = "delete it to begin anew, or name another file";
    let written: Written;
    try {
      written = JSON.parse(text);
    } catch (error) {
      throw new Error(`${this.#path} is no checkpoint; ${advice}`, {
        cause: error,
      });
    }
    if (written.options === this.#options) return written;
    throw new Error(
      `${this.#path} is of a search with other options (${written.options}; now ${this.#options}); ${advice}`,
    );
  }
}

/**
 * Takes the seed of the search that was interrupted, where the caller has said
 * none: by itself, a search that draws begins with another each time.
 *
 * @param plan the options
 * @returns the same, or with that seed
 */
export function withKeptSeed(plan: Plan): Plan {
  const { checkpoint, from, strategy, seedGiven } = plan;
  if (checkpoint === null || from !== "") return plan;
  if (strategy === "exhaustive" || seedGiven) return plan;
  const seed = seedIn(hostFiles("checkpoint").read(checkpoint));
  return seed === null ? plan : { ...plan, seed };
}

/** `null` also for what is no checkpoint: to go on from there will fail. */
function seedIn(text: string | null): number | null {
  try {
    const written = JSON.parse(text ?? "null") as Written | null;
    return typeof written?.seed === "number" ? written.seed : null;
  } catch {
    return null;
  }
}

/** The options that decide what a place in a search means. */
function decisive(plan: Plan): string {
  const { strategy, seed, depth, batch, faults, shard } = plan;
  const { timersLast, reduce } = plan;
  return [
    strategy,
    ...strategy === "exhaustive" ? [reduce ? "reduced" : "whole"] : [
      `seed ${seed}`,
    ],
    ...strategy === "pct" ? [`depth ${depth}`] : [],
    `batch ${batch}`,
    `faults ${faults}`,
    `shard ${shard.index} of ${shard.count}`,
    timersLast ? "timers last" : "timers any",
  ].join(", ");
}
