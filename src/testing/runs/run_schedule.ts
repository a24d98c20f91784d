/**
 * One run of a body under one schedule.
 *
 * In one JavaScript thread there are no races of instructions: between two waits
 * code runs alone, and promise jobs run first in, first out, by the language. All
 * that varies from run to run is decided outside: which completion the host
 * delivers next. So a run alternates between two phases:
 *
 * ```text
 * begin ──▶ the body's code and promise jobs run until none is left ──▶ quiescence
 *                         ▲                                                │
 *                         └── one completion, or a batch, is delivered ◀───┤ pending
 *                                                                          ▼
 *                                                        the body is done, or stuck
 * ```
 *
 * At quiescence nothing can happen by itself. The list of pending completions
 * is then all that the world has in store, and picking from it *is* the choice of
 * a schedule. Nothing else is taken away from the body: its awaits are the
 * engine's own, and its promises are promises.
 *
 * A run does not know who picks (a {@linkcode Chooser}) nor how quiescence is
 * reached: whoever drives it calls `advance` when all is quiet. For promises
 * that takes the host's help; for coroutines on our own loop it is a function
 * call, and `advance` makes it itself.
 *
 * One object serves all runs of an exploration, and a run in search does nothing
 * but run: no stack is captured, no text is made. Who wants to know more about a
 * run runs it again with a {@linkcode Recorder}.
 *
 * @module
 */

import { DeadlockError } from "../../tasks/exceptions.ts";
import { madeBy } from "./call.ts";
import type { Chooser } from "../schedules/chooser.ts";
import {
  errorOf,
  leakError,
  stepsError,
  violationError,
} from "./run_errors.ts";
import type { Leak } from "../virtual/leaks.ts";
import { toldOf } from "./nondeterminism.ts";
import { outcomeOf } from "./outcome.ts";
import type { Pending } from "../schedules/pending.ts";
import type { Recorder } from "./recorder.ts";
import { TimerOrder } from "../schedules/timer_order.ts";
import type { VirtualHost } from "../virtual/virtual_host.ts";
import type { Failure, FailureKind, WaitEdge } from "./run_outcome.ts";

/** What a run keeps to, besides its schedule. */
export interface RunRules {
  /** After so many decisions a run is taken for one that never ends. */
  readonly steps: number;
  /** Whether what is left over at the end is a failure. */
  readonly leaks: boolean;
  /** Whether timers wait until nothing else is pending. */
  readonly timersLast: boolean;
}

/** One run after another of one body. */
export abstract class ScheduledRun {
  readonly #rules: RunRules;
  readonly #pending: Pending[] = [];
  readonly #order: number[] = [];
  readonly #batch: Pending[] = [];
  #chooser: Chooser = NOBODY;
  #made = 0;
  #failed: FailureKind | null = null;
  #error: unknown = undefined;
  /** The error, where it could only be made in the midst of a recorded run. */
  #told: Error | null = null;

  /** Hears what happens; `null` in search. */
  recorder: Recorder | null = null;
  /** What is known of the timers that wait. */
  readonly timers: TimerOrder = new TimerOrder();
  /** Whether the body may ask for something now. */
  active = false;
  /** Counts runs: what an old one left behind must not meddle with a new one. */
  number = 0;
  /** How many decisions there were. */
  depth = 0;
  /** Given up by the chooser: it counts for nothing. */
  abandoned = false;
  /** The completion in whose step the body runs, -1 before the first. */
  step = -1;
  /** Milliseconds of virtual time. */
  time = 0;
  /** What the body returned. */
  value: unknown = undefined;
  /** The body asked for something that there is not: no failure of its code. */
  misuse: Error | null = null;
  #settled = false;
  /** The body went on after its run was over: something real has come. */
  stirred = false;

  /**
   * @param rules what every run keeps to
   */
  constructor(rules: RunRules) {
    this.#rules = rules;
  }

  /** Whether promise jobs have to run before each `advance`. */
  abstract readonly needsDrain: boolean;

  /** The clock and the timers that the body finds in its host. */
  abstract readonly host: VirtualHost;

  /** Calls the body. */
  protected abstract start(): void;

  /** Reaches quiescence, as far as that takes no promise jobs. */
  protected abstract settle(): void;

  /** Says how it comes that nothing can go on. */
  protected abstract describeDeadlock(): string;

  /** What the body has begun and not ended, besides what is pending. */
  protected leftTasks(): readonly Leak[] {
    return [];
  }

  /** Who waits for what when nothing can go on. */
  abstract waits(): WaitEdge[];

  /**
   * Begins a run; then, whenever all is quiet, comes `advance`.
   *
   * @param chooser answers for the host
   */
  begin(chooser: Chooser): void {
    this.#reset();
    this.#chooser = chooser;
    this.active = true;
    this.start();
  }

  /**
   * Goes on from quiescence: the host delivers something.
   *
   * @returns `false` when the run is over
   */
  advance(): boolean {
    this.settle();
    if (this.#settled || this.abandoned) return this.#end();
    const ready = this.#ready();
    if (ready.length === 0) return this.#endAs("deadlock");
    if (this.depth >= this.#rules.steps) return this.#endAs("steps");
    const order = this.#order;
    while (order.length > 0) order.pop(); // keeps its place in memory
    if (!this.#chooser.deliver(ready, order)) return this.#abandon();
    this.depth++;
    this.recorder?.delivers(order, ready, this.time);
    if (order.length > 1) this.#deliverBatch(order, ready);
    else if (ready === this.#pending) this.#deliver(this.#take(order[0]!));
    else {
      const completion = ready[order[0]!]!;
      this.#passTime(completion);
      this.remove(completion);
      this.#deliver(completion);
    }
    return true;
  }

  /** Something becomes pending. */
  add(completion: Pending): void {
    this.#pending.push(completion);
    this.recorder?.becamePending(completion);
  }

  /** Something is called off before it was delivered. */
  remove(completion: Pending): void {
    const place = this.#pending.indexOf(completion);
    if (place < 0) return;
    this.#take(place);
    if (completion.deadline !== null) this.timers.callOff(completion.deadline);
  }

  /** The number of the next completion that is made. */
  nextId(): number {
    return this.#made++;
  }

  /** Takes one of several values for `choose`. */
  choose<T>(label: string, options: readonly T[]): T {
    const place = this.#askValue(options.length);
    this.depth++;
    if (place < 0) this.abandoned = true;
    const option = options[Math.max(0, place)]!;
    this.recorder?.chooses(Math.max(0, place), label, option, this.time);
    return option;
  }

  /** Notes that the body's invariant does not hold; the run goes on. */
  violate(message: string): void {
    if (this.#failed === null) {
      this.#fail("violation", message);
      this.#told = this.recorder && violationError(message);
    }
    this.recorder?.violates(message);
  }

  /**
   * Notes that something real has come when no run was on. Whoever came too late
   * waits for ever: the search is told, and an error here might be caught.
   */
  late(): Promise<never> {
    this.stirred = true;
    return new Promise(() => {});
  }

  /** Notes that the kit was asked for what there is not. */
  refuse(error: Error): Error {
    this.misuse ??= error;
    return error;
  }

  /** The body has returned. */
  protected bodyReturned(value: unknown): void {
    if (!this.active) this.stirred = true;
    this.#settled = true;
    this.value = value;
  }

  /** The body has thrown. */
  protected bodyThrew(error: unknown): void {
    if (!this.active) this.stirred = true;
    this.#settled = true;
    this.fail("error", error);
  }

  /** Notes why the run has failed; the first reason counts. */
  fail(kind: FailureKind, error: unknown): void {
    if (this.#failed === null) this.#fail(kind, error);
  }

  /** What is pending. */
  get pending(): readonly Pending[] {
    return this.#pending;
  }

  /** In which way the run has failed, `null` for none. */
  get failed(): FailureKind | null {
    return this.#failed;
  }

  /** Why the run has failed, `null` when it has not. */
  failure(): Failure | null {
    const kind = this.#failed;
    return kind === null
      ? null
      : { kind, error: this.#told ?? this.#errorOf(kind) };
  }

  /** What the body returned, or what went wrong. */
  get result(): unknown {
    return this.#failed === null ? this.value : this.#error;
  }

  /** How the run came out: equal texts are equal outcomes. */
  outcome(): string {
    return outcomeOf(this.#failed, this.result);
  }

  /** What could be next: all but timers behind one that is surely earlier. */
  #ready(): readonly Pending[] {
    const { timers } = this;
    if (timers.idle) return this.#pending;
    const ready = this.#pending.filter(({ deadline }) =>
      deadline === null || timers.mayBeNext(deadline)
    );
    if (!this.#rules.timersLast) return ready;
    const others = ready.filter(({ deadline }) => deadline === null);
    return others.length > 0 ? others : ready;
  }

  #passTime({ deadline }: Pending): void {
    if (deadline === null) this.timers.delivered();
    else this.timers.fired(deadline);
  }

  /** The body must not catch what is wrong with itself. */
  #askValue(options: number): number {
    try {
      return this.#chooser.value(options);
    } catch (error) {
      throw this.refuse(toldOf(this.depth, error) as Error);
    }
  }

  #deliver(completion: Pending): void {
    this.step = completion.id;
    if (completion.faults === null) return completion.deliver();
    const { faults } = completion;
    const place = this.#chooser.fault(faults.length);
    this.depth++;
    if (place < 0) this.abandoned = true;
    const fault = place > 0 ? madeBy(faults[place - 1]) : undefined;
    this.recorder?.strikes(Math.max(0, place), completion, fault, this.time);
    if (place > 0) completion.fail(fault);
    else completion.deliver();
  }

  #deliverBatch(order: readonly number[], ready: readonly Pending[]): void {
    if (!this.timers.idle) this.timers.delivered();
    const batch = this.#batch;
    for (const place of order) batch.push(ready[place]!);
    for (const completion of batch) this.remove(completion);
    for (const completion of batch) this.#deliver(completion);
    while (batch.length > 0) batch.pop();
  }

  /** Takes a completion out of the list: as `splice`, without its array. */
  #take(place: number): Pending {
    const pending = this.#pending;
    const taken = pending[place]!;
    const last = pending.length - 1;
    for (; place < last; place++) pending[place] = pending[place + 1]!;
    pending.pop();
    return taken;
  }

  #end(): false {
    this.active = false;
    if (this.#rules.leaks) this.#leak();
    this.recorder?.settles(this.outcome());
    return false;
  }

  #leak(): void {
    if (this.#failed !== null) return;
    const tasks = this.leftTasks();
    if (this.#pending.length + tasks.length === 0) return;
    this.#fail("leak", undefined);
    this.#told = leakError(this.#pending, tasks, this.recorder);
  }

  #endAs(kind: "deadlock" | "steps"): false {
    this.fail(kind, undefined);
    return this.#end();
  }

  #abandon(): false {
    this.abandoned = true;
    this.active = false;
    return false;
  }

  #fail(kind: FailureKind, error: unknown): void {
    this.#failed = kind;
    this.#error = error;
  }

  #errorOf(kind: FailureKind): Error {
    switch (kind) {
      case "violation":
        return new Error(String(this.#error));
      case "deadlock":
        return new DeadlockError(this.describeDeadlock());
      case "steps":
        return stepsError(this.#rules.steps);
      default:
        return errorOf(this.#error);
    }
  }

  #reset(): void {
    this.number++;
    if (this.#pending.length > 0) this.#pending.length = 0;
    this.#made = 0;
    this.#failed = null;
    this.#error = undefined;
    this.#told = null;
    this.#settled = false;
    this.timers.reset();
    this.host.reset();
    this.depth = 0;
    this.abandoned = false;
    this.step = -1;
    this.time = 0;
    this.value = undefined;
    this.misuse = null;
    this.stirred = false;
  }
}

const NOBODY: Chooser = {
  begin: () => {},
  deliver: () => false,
  value: () => -1,
  fault: () => -1,
};
