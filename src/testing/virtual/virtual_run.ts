/**
 * One run on virtual time: who moves the clock, and when the run is over.
 *
 * The driver sits in the host's tasks (see `host_turn.ts`) and repeats this:
 *
 * 1. let all promise jobs run;
 * 2. if the body is done and no immediate is set, end;
 * 3. if a timer is due now, fire it;
 * 4. if the host has I/O in flight, give it turns, for as long as the run may
 *    wait in real time;
 * 5. if somebody is in `advance` and no timer is due before, take him there;
 * 6. if a timer waits, move the clock to its deadline and fire it;
 * 7. otherwise nothing can ever happen: a deadlock.
 *
 * What must stay true: the clock moves in 5 and 6 only, so it stands still while
 * anything can run; and each timer's promise jobs run before the next timer, as
 * they do on the host.
 *
 * One thing is told apart from a deadlock by waiting: before 7 the host gets a
 * few turns, since its completions (a message, a closed socket) come in tasks of
 * their own. Where the host doesn't tell what is in flight, has a real timer of
 * somebody's, or waits for somebody to call, it gets the whole of the real time
 * limit.
 *
 * @module
 */

import { deadlockError, type Standstill, waitsOf } from "./deadlock.ts";
import { HostTurn, promiseJobRunner } from "../host/host_turn.ts";
import type { HostWatch } from "./host_watch.ts";
import { watchHost } from "./host_work.ts";
import type { VirtualHost } from "./virtual_host.ts";
import { stoodStillError } from "./stood_still.ts";
import type { Advance } from "./virtual_time.ts";
import type { VirtualTimer } from "./virtual_timer.ts";
import { errorAt, originOf } from "../host/origins.ts";

/** How long the driver keeps the host waiting, in real milliseconds. */
const SLICE = 5;

/** Turns that a host gets before a run counts as stuck. */
const TURNS_BEFORE_DEADLOCK = 4;

/** Turns in quick succession, before the driver sleeps in between. */
const QUICK_TURNS = 50;

/** How long a host that doesn't tell everything may be silent, in real ms. */
const LIKELY_SILENCE = 50;

/** A turn of an event loop may hold thousands of passes, so it counts for more. */
const LOOP_TURN_WEIGHT = 500;

/** Limits of a run. */
export interface RunLimits {
  /** How long it may wait for the host at a stretch, in real milliseconds. */
  readonly realTimeLimit: number;
  /** How many timers it may fire. */
  readonly steps: number;
}

/** Drives a body to its end. */
export class VirtualRun {
  readonly #host: VirtualHost;
  readonly #limits: RunLimits;
  readonly #advances: Set<Advance>;
  readonly #standstill: () => Standstill;
  readonly #watch: HostWatch = watchHost();
  readonly #realNow = performance.now.bind(performance);
  readonly #turn: HostTurn = new HostTurn(() => this.#slice());
  readonly #runJobs = promiseJobRunner();
  readonly #ended: Promise<void>;
  #end: (failure?: { error: unknown }) => void = () => {};
  #isDone: () => boolean = () => false;
  #over = false;
  #steps = 0;
  /** Turns in which nothing happened, and since when, on the real clock. */
  #idleTurns = 0;
  #idleSince = 0;
  #hostWasBusy = false;

  /**
   * Prepares a run; call it before the fakes are put in place.
   *
   * @param host the clock and timers
   * @param advances those who wait in `advance`
   * @param limits real time and steps
   * @param standstill what is known of who waits for what
   */
  constructor(
    host: VirtualHost,
    advances: Set<Advance>,
    limits: RunLimits,
    standstill: () => Standstill,
  ) {
    this.#host = host;
    this.#advances = advances;
    this.#limits = limits;
    this.#standstill = standstill;
    this.#ended = new Promise((resolve, reject) => {
      this.#end = (failure) => failure ? reject(failure.error) : resolve();
    });
  }

  /**
   * Moves the clock until the body is done.
   *
   * @param isDone whether it is
   * @returns a promise of nothing
   * @throws whatever a timer's callback throws
   */
  drive(isDone: () => boolean): Promise<void> {
    this.#isDone = isDone;
    this.#turn.next();
    return this.#ended;
  }

  /** The host's operations that are in flight. */
  get watch(): HostWatch {
    return this.#watch;
  }

  /** Ends the run, if it has not ended; whoever drives it hears the error. */
  fail(error: unknown): void {
    if (this.#over) return;
    this.#over = true;
    this.#end({ error });
  }

  /** Gives back what was taken of the host. */
  close(): void {
    this.#over = true;
    this.#turn.close();
    this.#watch.close();
  }

  #slice(): void {
    if (this.#over) return;
    const begin = this.#realNow();
    try {
      for (let count = 0;; count++) {
        this.#runJobs?.();
        if (this.#isDone() && !this.#hasImmediate()) {
          this.#over = true;
          return this.#end();
        }
        if (!this.#step()) return;
        if (this.#runJobs === null) return this.#turn.next();
        // Looking at the clock costs as much as a timer.
        if (count % 16 === 15 && this.#realNow() - begin > SLICE) {
          return this.#turn.next();
        }
      }
    } catch (error) {
      this.fail(error);
    }
  }

  /** An immediate is no leftover: it runs as soon as the body lets it. */
  #hasImmediate(): boolean {
    const timer = this.#host.first();
    return timer?.kind === "setImmediate" &&
      timer.deadline <= this.#host.now();
  }

  /** Makes one thing happen; `false` when the host is asked first. */
  #step(): boolean {
    const host = this.#host;
    const timer = host.first();
    if (timer !== undefined && timer.deadline <= host.now()) {
      return this.#fire(timer);
    }
    if (this.#watch.busy()) return this.#awaitHost();
    const advance = this.#nextAdvance();
    if (
      advance !== undefined && advance.target < (timer?.deadline ?? Infinity)
    ) {
      this.#idleTurns = 0;
      host.moveTo(advance.target);
      advance.done();
      return true;
    }
    if (timer !== undefined) return this.#fire(timer);
    return this.#awaitDeadlock();
  }

  #fire(timer: VirtualTimer): boolean {
    this.#idleTurns = 0;
    const weight = timer.kind === "event loop" && timer.delay === 0
      ? LOOP_TURN_WEIGHT
      : 1;
    this.#steps += weight;
    if (this.#steps > this.#limits.steps) throw this.#tooManySteps(timer);
    this.#host.fire(timer);
    return true;
  }

  #nextAdvance(): Advance | undefined {
    let next: Advance | undefined;
    for (const advance of this.#advances) {
      if (next === undefined || advance.target < next.target) next = advance;
    }
    return next;
  }

  /** Asks the host for a turn, and when many brought nothing, for a later one. */
  #takeTurn(): number {
    if (this.#idleTurns++ === 0) this.#idleSince = this.#realNow();
    if (this.#idleTurns < QUICK_TURNS) this.#turn.next();
    else this.#turn.after(1);
    return this.#realNow() - this.#idleSince;
  }

  #awaitHost(): boolean {
    if (!this.#hostWasBusy) this.#idleTurns = 0;
    this.#hostWasBusy = true;
    if (this.#takeTurn() > this.#limits.realTimeLimit) {
      throw this.#stoodStill();
    }
    return false;
  }

  #awaitDeadlock(): boolean {
    if (this.#hostWasBusy) this.#idleTurns = 0;
    this.#hostWasBusy = false;
    const { certainty } = this.#watch;
    // Asked first, for the turn that is taken may be a real timer of our own.
    const told = certainty !== "unknown" && !this.#watch.realTimers() &&
      this.#watch.standing().length === 0;
    const silence = this.#takeTurn();
    const { realTimeLimit } = this.#limits;
    if (!told) {
      if (silence > realTimeLimit) throw this.#stoodStill();
    } else if (
      this.#idleTurns > TURNS_BEFORE_DEADLOCK &&
      (certainty === "certain" ||
        silence >= Math.min(LIKELY_SILENCE, realTimeLimit))
    ) {
      throw deadlockError(this.#standstill());
    }
    return false;
  }

  #stoodStill(): Error {
    return stoodStillError({
      limit: this.#limits.realTimeLimit,
      watch: this.#watch,
      timer: this.#host.first(),
      waits: waitsOf(this.#standstill()),
    });
  }

  #tooManySteps(timer: VirtualTimer): Error {
    const origin = originOf(timer.origin);
    const places = origin.map((line) => `\n      ${line}`).join("");
    return errorAt(
      origin,
      () =>
        new RangeError(
          `Body is not done after ${this.#limits.steps} timers, at ${this.#host.now()} ms of virtual time; stop the interval or the loop that goes on for ever, or raise steps. The last timer was\n  ${timer.label}${places}`,
        ),
    );
  }
}
