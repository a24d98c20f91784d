/**
 * How a body is explored: the options, and what is wrong with them.
 *
 * @module
 */

import { describe } from "../../tasks/coroutine.ts";
import type { Shard } from "../schedules/exhaustive.ts";
import { checkOptions, trueOrFalse } from "../virtual/known_options.ts";
import type { RunRules } from "../runs/run_schedule.ts";

/** How a body is explored. */
export interface ExploreOptions {
  /**
   * `"exhaustive"`, the default, runs every schedule; `"random"` draws them;
   * `"pct"` draws them so that bugs which need few particular orders are found
   * with a known probability.
   */
  strategy?: "exhaustive" | "random" | "pct";
  /** How many schedules are run at most; 10,000 by default. */
  schedules?: number;
  /** Where random numbers begin, an integer; by default one of the clock. */
  seed?: number;
  /**
   * Whether the host delivers completions one by one, `"single"`, or also several
   * at once, before any promise job runs: `"batch"`, the default. Deno does so.
   */
  delivery?: "single" | "batch";
  /** How many completions a batch has at most; 2 by default. */
  batch?: number;
  /** How many faults strike in one schedule at most; 1 by default. */
  faults?: number;
  /** After so many milliseconds the search ends. */
  timeLimit?: number;
  /** Runs one part of the schedules: part `index`, from 0, of `count`. */
  shard?: { readonly index: number; readonly count: number };
  /** Whether a schedule that fails is made as plain as it can be; `true`. */
  shrink?: boolean;
  /**
   * Whether orders that can't matter are left out; `true`. That concerns the
   * exhaustive search of bodies whose `io` declares a `resource`: of coroutines,
   * and of async functions where the engine tells of promises, as V8 does in
   * Deno and Node.
   */
  reduce?: boolean;
  /** A run of more decisions is taken for one that never ends; 10,000. */
  steps?: number;
  /** Whether what is still pending when the body is done is a failure. */
  leaks?: boolean;
  /**
   * When a timer may fire: `"any"`, the default, as I/O may take any time; or
   * `"last"`, when nothing else is pending, as though I/O took no time at all.
   */
  timers?: "any" | "last";
  /** For `"pct"`: how many orders a bug needs at most; 3 by default. */
  depth?: number;
  /** Goes on where another search was interrupted: the text that it printed. */
  from?: string;
  /**
   * A file in which a long search notes every few seconds where it stands. It
   * goes on from there the next time, with the same seed if it draws, and takes
   * the file away when it is over.
   */
  checkpoint?: string;
  /**
   * A file in which schedules that fail are kept, to be tried first the next time;
   * it is made when it is not there. By default nothing is kept.
   */
  regressions?: string;
  /** What the body is called in that file; its function's name by default. */
  name?: string;
}

/** How a schedule is replayed. */
export type ReplayOptions = Pick<
  ExploreOptions,
  "steps" | "leaks" | "timers"
>;

/** The options with everything filled in. */
export interface Plan {
  readonly strategy: "exhaustive" | "random" | "pct";
  readonly schedules: number;
  readonly seed: number;
  /** Whether the caller has said it. */
  readonly seedGiven: boolean;
  readonly batch: number;
  readonly faults: number;
  readonly timeLimit: number;
  readonly shard: Shard;
  readonly shrink: boolean;
  readonly reduce: boolean;
  readonly steps: number;
  readonly leaks: boolean;
  readonly timersLast: boolean;
  readonly depth: number;
  readonly from: string;
  readonly checkpoint: string | null;
  readonly regressions: string | null;
  readonly name: string | null;
}

/**
 * The rules of a run that is not searched for. Options of the search may be among
 * them: whoever explores a body and replays it has one object for both. They are
 * checked as the search checks them.
 *
 * @param options what the caller said
 * @returns the rules
 * @throws {TypeError} when there is no such option, or its value is of no use
 * @throws {RangeError} for a number out of range
 */
export function replayRulesOf(options: ReplayOptions): RunRules {
  checkOptions("replay", options, REPLAY_OPTIONS, OPTIONS);
  return planOf(options, "replay");
}

function rulesOf(
  { steps = 10_000, leaks = false, timers = "any" }: ReplayOptions,
): RunRules {
  checkWord("timers", timers, TIMERS);
  return {
    steps: wholeNumber("steps", steps, 1),
    leaks: trueOrFalse("leaks", leaks),
    timersLast: timers === "last",
  };
}

/** The names of all options: the type checker sees that none is left out. */
const OPTIONS = /* @__PURE__ */ Object.keys(
  {
    schedules: 0,
    strategy: 0,
    seed: 0,
    delivery: 0,
    batch: 0,
    faults: 0,
    timeLimit: 0,
    shard: 0,
    shrink: 0,
    reduce: 0,
    steps: 0,
    leaks: 0,
    timers: 0,
    depth: 0,
    from: 0,
    checkpoint: 0,
    regressions: 0,
    name: 0,
  } satisfies Record<keyof ExploreOptions, 0>,
);

/** All schedules in one part. */
const WHOLE: Shard = { index: 0, count: 1 };

/** What is no limit: there must be so many. */
const FINITE: readonly string[] = ["shard.count", "depth"];

const REPLAY_OPTIONS = ["steps", "leaks", "timers"] as const;

const STRATEGIES = ["exhaustive", "random", "pct"] as const;
const DELIVERIES = ["single", "batch"] as const;
const TIMERS = ["any", "last"] as const;

/**
 * Fills in what is left out and checks what is not.
 *
 * @param options what the caller said
 * @param where the function that takes them, for messages
 * @returns everything
 * @throws {TypeError} for an option that there is not, or a word that means nothing
 * @throws {RangeError} for a number out of range
 */
export function planOf(
  options: ExploreOptions = {},
  where = "explore",
): Plan {
  checkOptions(where, options, OPTIONS);
  const { strategy = "exhaustive", delivery = "batch", seed } = options;
  const { schedules = 10_000, timeLimit = Infinity } = options;
  const { batch = 2, faults = 1, depth = 3 } = options;
  const { shard = WHOLE, shrink = true, reduce = true } = options;
  checkWord("strategy", strategy, STRATEGIES);
  checkWord("delivery", delivery, DELIVERIES);
  if (seed !== undefined && !Number.isSafeInteger(seed)) {
    throw new RangeError(`seed must be an integer, not ${describe(seed)}`);
  }
  if (
    strategy !== "exhaustive" && schedules === Infinity &&
    timeLimit === Infinity
  ) {
    throw new RangeError(
      `A ${strategy} search has no end of its own; give it schedules or a timeLimit`,
    );
  }
  const together = wholeNumber("batch", batch, 1);
  return {
    strategy,
    schedules: wholeNumber("schedules", schedules, 1),
    seed: seed ?? Date.now() % 2 ** 31,
    seedGiven: seed !== undefined,
    batch: delivery === "single" ? 1 : together,
    faults: wholeNumber("faults", faults, 0),
    timeLimit: milliseconds(timeLimit),
    shard: shardOf(shard),
    shrink: trueOrFalse("shrink", shrink),
    reduce: trueOrFalse("reduce", reduce),
    ...rulesOf(options),
    depth: wholeNumber("depth", depth, 1),
    from: text("from", options.from) ?? "",
    checkpoint: path("checkpoint", options.checkpoint),
    regressions: path("regressions", options.regressions),
    name: text("name", options.name),
  };
}

function checkWord(
  name: string,
  word: string,
  words: readonly string[],
): void {
  if (words.includes(word)) return;
  const all = words.map((each) => JSON.stringify(each));
  throw new TypeError(
    `${name} must be ${all.slice(0, -1).join(", ")} or ${all.at(-1)}, not ${
      describe(word)
    }`,
  );
}

function text(name: string, value: string | undefined): string | null {
  if (value === undefined || typeof value === "string") return value ?? null;
  throw new TypeError(`${name} must be a text, not ${describe(value)}`);
}

function path(name: string, value: string | undefined): string | null {
  if (value !== "") return text(name, value);
  throw new TypeError(
    `${name} must be the path of a file, not an empty text; leave it out to use none`,
  );
}

/** Infinity is as good as any whole number where it is a limit. */
function wholeNumber(name: string, value: number, least: number): number {
  if (Number.isInteger(value) && value >= least) return value;
  if (value === Infinity && !FINITE.includes(name)) return value;
  throw new RangeError(
    `${name} must be a whole number of at least ${least}, not ${
      typeof value === "number" ? value : describe(value)
    }`,
  );
}

function milliseconds(value: number): number {
  if (typeof value === "number" && value > 0) return value;
  throw new RangeError(
    `timeLimit must be a number of milliseconds above 0, not ${
      typeof value === "number" ? value : describe(value)
    }`,
  );
}

function shardOf(shard: Shard): Shard {
  if (typeof shard !== "object" || shard === null) {
    throw new TypeError(
      `shard must be an object such as { index: 0, count: 4 }, not ${
        describe(shard)
      }`,
    );
  }
  const { index, count, ...others } = shard;
  const [other] = Object.keys(others);
  if (other !== undefined) {
    throw new TypeError(
      `shard has no ${other}; it is an object such as { index: 0, count: 4 }`,
    );
  }
  wholeNumber("shard.count", count, 1);
  if (Number.isInteger(index) && index >= 0 && index < count) {
    return { index, count };
  }
  throw new RangeError(
    `shard.index must be a whole number from 0 to ${
      count - 1
    }, as there are ${count} shards; it is ${
      typeof index === "number" ? index : describe(index)
    }`,
  );
}
