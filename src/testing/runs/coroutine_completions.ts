/**
 * What a run of coroutines waits for: futures and timers of its loop.
 *
 * @module
 */

import type { Timer } from "../../loop/timer_queue.ts";
import { Future } from "../../tasks/future.ts";
import { callLabel, thrownBy } from "./call.ts";
import type { ExploredLoop } from "./explored_loop.ts";
import type { Pending } from "../schedules/pending.ts";
import type { ScheduledRun } from "./run_schedule.ts";
import type { Deadline } from "../schedules/timer_order.ts";
import type { Call, IoOptions } from "./world.ts";

/** A run in which wrapped functions take effect. */
export interface EffectRun extends ScheduledRun {
  /** Runs a wrapped function, whose effect is now. */
  takeEffect(effect: Effect): void;
}

/** A future that the schedule settles. */
export class Settling extends Future<void> implements Pending {
  readonly label: string;
  readonly id: number;
  readonly parent: number;
  readonly faults: readonly unknown[] | null;
  readonly resource: unknown;
  readonly #run: ScheduledRun;

  constructor(
    run: ScheduledRun,
    loop: ExploredLoop,
    label: string,
    options: IoOptions,
  ) {
    super(loop);
    this.#run = run;
    this.label = label;
    this.id = run.nextId();
    this.parent = run.step;
    this.faults = options.faults ?? null;
    this.resource = options.resource;
  }

  get kind(): "io" {
    return "io";
  }

  get joins(): boolean {
    return true;
  }

  get deadline(): null {
    return null;
  }

  describe(): string {
    return this.label;
  }

  deliver(): void {
    this.setResult(undefined);
  }

  fail(fault: unknown): void {
    this.setException(thrownBy(fault));
  }

  /** Nobody waits any more, so nothing is left to decide. */
  override cancel(message?: string): boolean {
    this.#run.remove(this);
    return super.cancel(message);
  }

  override _label(): string {
    return this.label;
  }
}

/** A call of a wrapped function that is about to take effect. */
export class Effect implements Pending {
  readonly kind = "effect";
  readonly joins = false;
  readonly deadline = null;
  readonly id: number;
  readonly parent: number;
  readonly call: Call;
  readonly result: Result;
  readonly #run: EffectRun;
  readonly #loop: ExploredLoop;

  constructor(run: EffectRun, loop: ExploredLoop, call: Call) {
    this.#run = run;
    this.#loop = loop;
    this.call = call;
    this.result = new Result(loop, call);
    this.id = run.nextId();
    this.parent = run.step;
  }

  get label(): string {
    return this.call.label;
  }

  get faults(): readonly unknown[] | null {
    return this.call.options.faults ?? null;
  }

  get resource(): unknown {
    return this.call.options.resource;
  }

  describe(): string {
    return callLabel(this.call);
  }

  deliver(): void {
    // In a pass of the loop, where plain functions may ask for it. The result is
    // named: reduction wants to know on whose behalf a callback runs.
    this.#loop.callSoon(takeEffect, this, this.result, this.#run);
  }

  fail(fault: unknown): void {
    if (this.result.done()) return;
    this.#run.add(new Arrival(this.#run, this, thrownBy(fault), undefined));
  }
}

function takeEffect(effect: Effect, _result: Result, run: EffectRun): void {
  run.takeEffect(effect);
}

/** What a caller of a wrapped function waits for. */
class Result extends Future<unknown> {
  readonly #call: Call;

  constructor(loop: ExploredLoop, call: Call) {
    super(loop);
    this.#call = call;
  }

  override _label(): string {
    return callLabel(this.#call);
  }
}

/** The result of a call, on its way back. */
export class Arrival implements Pending {
  readonly kind = "result";
  readonly joins = true;
  readonly deadline = null;
  readonly faults = null;
  readonly id: number;
  readonly parent: number;
  readonly #effect: Effect;
  readonly #error: unknown;
  readonly #value: unknown;

  constructor(
    run: ScheduledRun,
    effect: Effect,
    error: unknown,
    value: unknown,
  ) {
    this.#effect = effect;
    this.#error = error;
    this.#value = value;
    this.id = run.nextId();
    this.parent = run.step;
  }

  get label(): string {
    return this.#effect.label;
  }

  get effect(): number {
    return this.#effect.id;
  }

  get resource(): unknown {
    return this.#effect.resource;
  }

  describe(): string {
    return `${this.#effect.describe()} returns`;
  }

  deliver(): void {
    const { result } = this.#effect;
    if (result.done()) return;
    if (this.#error === undefined) result.setResult(this.#value);
    else result.setException(this.#error);
  }

  fail(): never {
    throw new Error("A result on its way back can't fail any more");
  }
}

/** A timer of the loop. */
export class LoopTimer implements Pending {
  readonly kind = "timer";
  readonly label = "timer";
  readonly joins = false;
  readonly faults = null;
  readonly resource = undefined;
  readonly id: number;
  readonly parent: number;
  readonly deadline: Deadline;
  readonly timer: Timer;
  readonly #run: ScheduledRun;
  readonly #loop: ExploredLoop;

  constructor(run: ScheduledRun, loop: ExploredLoop, timer: Timer) {
    this.#run = run;
    this.#loop = loop;
    this.timer = timer;
    this.id = run.nextId();
    this.parent = run.step;
    this.deadline = run.timers.set(timer._when - loop.time());
  }

  describe(): string {
    return `timer at ${this.timer._when} ms`;
  }

  /** Fires, and all that are due at this moment: the loop runs them in a pass. */
  deliver(): void {
    const run = this.#run;
    const together = run.timers.dueWith(this.deadline);
    this.#loop.fire(this.timer);
    for (const deadline of together) {
      const other = run.pending.find((each) => each.deadline === deadline);
      if (!(other instanceof LoopTimer)) continue;
      run.remove(other);
      this.#loop.fire(other.timer);
    }
    run.time = this.#loop.time();
    run.host.moveTo(run.time);
  }

  fail(): never {
    throw new Error("A timer can't fail");
  }
}
