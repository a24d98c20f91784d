/**
 * How two programs are compared fairly on a machine that is never quiet.
 *
 * **Interleaved.** All contestants of a case take turns, round by round: A, B,
 * C, A, B, C, … When the machine slows down, it slows down for all of them, and
 * what is reported is the ratio of two rounds that lay side by side; of those,
 * the median and the quartiles.
 *
 * **Apart.** Each contestant lives in a process of its own that stays for the
 * whole case, warm and idle while the others have their turn. In one process
 * they would share the engine's inline caches, its heap and its garbage.
 * Measured both ways: a task switch costs the same, but 100,000 gathered tasks
 * took an eighth longer in a process where the other libraries had run before.
 *
 * **Undisturbed.** Nobody forces a garbage collection between rounds. It makes
 * the engine throw away optimized code and shrink its nursery, and 100,000 tasks
 * took half as long again after one. The garbage of a round is paid for by the
 * rounds after it, as in any program.
 *
 * **Proven.** A round may hand back a proof of its work: how many hand-offs there
 * were, which leaves were reached. The case knows what that has to be, and one
 * contestant that did less, or something else, breaks it.
 *
 * **Bounded.** A case has so much time. When it runs out, there are fewer rounds,
 * but never fewer than {@linkcode FEWEST_ROUNDS}.
 *
 * @module
 */

import { summarize, type Summary } from "./statistics.ts";

/** One subject that is measured, by one or several cases. */
export interface Bench {
  /** The word for the command line. */
  readonly name: string;
  /** What is measured, in a line. */
  readonly about: string;
  /** What is compared. */
  readonly cases: readonly Case[];
  /** Flags of `deno run` that its contestants need. */
  readonly flags?: readonly string[];
}

/** Programs that do the same work. */
export interface Case {
  /** What sets it apart from the other cases of its bench. */
  readonly name: string;
  /** How much work one round is: switches, tasks, timers. */
  readonly size: number;
  /** What is measured; less is better. */
  readonly unit: "ms" | "bytes";
  /** The measured value is divided by this; 1 when it is left out. */
  readonly per?: number;
  /** The most that we allow ourselves, whatever the others do. */
  readonly limit?: number;
  /** What every round has to hand back, for so much work. */
  readonly proof?: (size: number) => number;
  /** How many rounds are worth running where they all come out the same. */
  readonly rounds?: number;
  /** This library. */
  readonly ours: Contestant;
  /** The others. */
  readonly peers: readonly Peer[];
}

/** One program. */
export type Contestant = DenoContestant | PythonContestant;

/** A contestant that runs in Deno. */
export interface DenoContestant {
  /** What it is called in the table. */
  readonly name: string;
  /**
   * Gets ready, in the contestant's own process: loads what it needs.
   *
   * @param size how much work a round is
   * @returns one round
   */
  prepare(size: number): Round | Promise<Round>;
}

/** A contestant that runs in CPython. */
export interface PythonContestant {
  /** What it is called in the table. */
  readonly name: string;
  /** The program in `cpython/`, and its arguments before the size. */
  readonly python: readonly [program: string, ...args: string[]];
}

/** Does the work once, and tells what is to be told of it. */
export type Round = () => Done | Promise<Done>;

/**
 * What a round tells: a number is the measured value, a proof shows what was
 * done, and nothing at all is fine as well. Without a value, its time is taken.
 */
export type Done = void | number | { readonly proof: number };

/** A contestant that is not us. */
export type Peer = Contestant & {
  /** A slow one does one part in so many of the work, and its value is scaled. */
  readonly oneIn?: number;
  /** How many times its value ours has to fit into. */
  readonly goal?: number;
};

/** A contestant at work, ready for its rounds. */
export interface Runner {
  /** Runs one round. */
  round(): Promise<Measured>;
  /** Ends it. */
  end(): Promise<void>;
}

/** What came out of one round. */
export interface Measured {
  /** Milliseconds or bytes. */
  readonly value: number;
  /** What the round handed back to show what it did. */
  readonly proof?: number;
}

/** Somebody who can't take part says why. */
export class Absent extends Error {
  override readonly name: string = "Absent";
}

/** How much is measured. */
export interface Plan {
  /** Rounds that are not counted. */
  readonly warmUp: number;
  /** Rounds that are. */
  readonly rounds: number;
}

/** How long something may take. */
export interface Limits {
  /** Milliseconds for a case, in all. */
  readonly milliseconds: number;
  /** The clock, in milliseconds. */
  now(): number;
}

/** With fewer, a median and its quartiles say nothing. */
export const FEWEST_ROUNDS = 5;

const NO_LIMITS: Limits = { milliseconds: Infinity, now: () => 0 };

/** The share of a case's time that may go into rounds that don't count. */
const WARM_UP_SHARE = 1 / 4;

/** What came out for one contestant. */
export interface Result {
  readonly name: string;
  /** It did one part in so many of the work; its samples are scaled up. */
  readonly oneIn: number;
  /** One value for each round; empty for one who was absent. */
  readonly samples: readonly number[];
  /** Sums up the samples. */
  readonly value: Summary | null;
  /** Its value over ours, round by round; `null` for ourselves. */
  readonly ratio: Summary | null;
  /** What the ratio's median has to be at least. */
  readonly goal: number | null;
  /** Why it did not take part. */
  readonly absent: string | null;
}

/** What came out of a case. */
export interface CaseResult {
  readonly name: string;
  readonly size: number;
  readonly unit: "ms" | "bytes";
  readonly limit: number | null;
  readonly ours: Result;
  readonly peers: readonly Result[];
}

/**
 * Runs one case.
 *
 * @param it the case
 * @param plan how many rounds
 * @param start makes a contestant ready for its rounds
 * @param onProgress hears what is being done
 * @param limits how long it may take
 * @returns what came out
 * @throws {Absent} when we can't take part ourselves
 * @throws {Error} when somebody breaks down, or did other work than the rest
 */
export async function runCase(
  it: Case,
  plan: Plan,
  start: (contestant: Contestant, size: number) => Promise<Runner>,
  onProgress: (what: string) => void = () => {},
  limits: Limits = NO_LIMITS,
): Promise<CaseResult> {
  const begin = limits.now();
  const isOver = (share: number) =>
    limits.now() - begin > limits.milliseconds * share;
  const rounds = Math.min(plan.rounds, it.rounds ?? Infinity);
  const warmUp = it.rounds === undefined ? plan.warmUp : 0;
  const contestants: Peer[] = [it.ours, ...it.peers];
  const absent = new Map<Peer, string>();
  const runners = new Map<Peer, Runner>();
  const samples = new Map<Peer, number[]>(
    contestants.map((contestant) => [contestant, []]),
  );
  try {
    for (const contestant of contestants) {
      onProgress(`${contestant.name} gets ready`);
      const size = Math.ceil(it.size / (contestant.oneIn ?? 1));
      try {
        runners.set(contestant, await start(contestant, size));
      } catch (error) {
        if (!(error instanceof Absent) || contestant === it.ours) throw error;
        absent.set(contestant, error.message);
      }
    }
    const playRound = async (about: string, counts: boolean) => {
      for (const [contestant, runner] of runners) {
        onProgress(`${about}, ${contestant.name}`);
        const { oneIn = 1 } = contestant;
        const { value, proof } = await runner.round();
        checkProof(it, contestant, proof);
        if (!counts) continue;
        samples.get(contestant)!.push(value * oneIn / (it.per ?? 1));
      }
    };
    for (let round = 0; round < warmUp; round++) {
      if (round > 0 && isOver(WARM_UP_SHARE)) break;
      await playRound("warm-up", false);
    }
    for (let round = 0; round < rounds; round++) {
      if (round >= FEWEST_ROUNDS && isOver(1)) break;
      await playRound(`round ${round + 1} of ${rounds}`, true);
    }
  } finally {
    await Promise.all([...runners.values()].map((runner) => runner.end()));
  }
  const ours = samples.get(it.ours)!;
  const [first, ...others] = contestants.map((contestant) =>
    resultOf(
      contestant,
      samples.get(contestant)!,
      contestant === it.ours ? null : ours,
      absent.get(contestant) ?? null,
    )
  );
  const { name, size, unit, limit = null } = it;
  return { name, size, unit, limit, ours: first!, peers: others };
}

function checkProof(
  it: Case,
  { name, oneIn = 1 }: Peer,
  proof: number | undefined,
): void {
  if (it.proof === undefined) return;
  const expected = it.proof(Math.ceil(it.size / oneIn));
  if (proof === expected) return;
  throw new Error(
    `${name} did other work: its proof is ${proof}, and it should be ${expected}`,
  );
}

function resultOf(
  { name, oneIn = 1, goal }: Peer,
  samples: readonly number[],
  ours: readonly number[] | null,
  absent: string | null,
): Result {
  const none = samples.length === 0;
  return {
    name,
    oneIn,
    samples,
    value: none ? null : summarize(samples),
    ratio: none || ours === null
      ? null
      : summarize(samples.map((value, round) => value / ours[round]!)),
    goal: goal ?? null,
    absent,
  };
}
