/**
 * What a run of native code waits for: promises that the schedule settles.
 *
 * Each takes the two functions that settle the promise which was made just before
 * it (see {@linkcode keep}): first the promise, then the completion.
 *
 * @module
 */

import { isPromiseLike } from "../../tasks/coroutine.ts";
import { callLabel, thrownBy } from "./call.ts";
import type { Pending } from "../schedules/pending.ts";
import type { ScheduledRun } from "./run_schedule.ts";
import type { Call, IoOptions } from "./world.ts";

/** A promise that the schedule settles. */
export class Settling implements Pending {
  readonly label: string;
  readonly id: number;
  readonly parent: number;
  readonly faults: readonly unknown[] | null;
  readonly resource: unknown;
  readonly #resolve = latestResolve;
  readonly #reject = latestReject;

  constructor(
    run: ScheduledRun,
    label: string,
    options: IoOptions,
  ) {
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
    this.#resolve(undefined);
  }

  fail(fault: unknown): void {
    this.#reject(thrownBy(fault));
  }
}

/** A call of a wrapped function that is about to take effect. */
export class Effect implements Pending {
  readonly kind = "effect";
  readonly id: number;
  readonly parent: number;
  readonly joins = false;
  readonly deadline = null;
  readonly #run: ScheduledRun;
  readonly #call: Call;
  readonly #resolve = latestResolve;
  readonly #reject = latestReject;

  constructor(run: ScheduledRun, call: Call) {
    this.#run = run;
    this.#call = call;
    this.id = run.nextId();
    this.parent = run.step;
  }

  get label(): string {
    return this.#call.label;
  }

  get faults(): readonly unknown[] | null {
    return this.#call.options.faults ?? null;
  }

  get resource(): unknown {
    return this.#call.options.resource;
  }

  describe(): string {
    return callLabel(this.#call);
  }

  deliver(): void {
    const { target, self, args } = this.#call;
    try {
      const result = target.apply(self, args as unknown[]);
      if (isPromiseLike(result)) this.follow(result);
      else this.#arrives(this.#resolve, result);
    } catch (error) {
      this.#arrives(this.#reject, error);
    }
  }

  fail(fault: unknown): void {
    this.#arrives(this.#reject, thrownBy(fault));
  }

  /** The result is pending as soon as the function has it. */
  follow(result: PromiseLike<unknown>): void {
    const { number } = this.#run;
    const arrives = (settle: (value: unknown) => void) => (value: unknown) => {
      if (this.#run.number === number) this.#arrives(settle, value);
    };
    result.then(arrives(this.#resolve), arrives(this.#reject));
  }

  #arrives(settle: (value: unknown) => void, value: unknown): void {
    this.#run.add(new Arrival(this.#run, this.id, this.#call, settle, value));
  }
}

/** The result of a call, on its way back. */
class Arrival implements Pending {
  readonly kind = "result";
  readonly id: number;
  readonly parent: number;
  readonly effect: number;
  readonly joins = true;
  readonly deadline = null;
  readonly faults = null;
  readonly #call: Call;
  readonly #settle: (value: unknown) => void;
  readonly #value: unknown;

  constructor(
    run: ScheduledRun,
    effect: number,
    call: Call,
    settle: (value: unknown) => void,
    value: unknown,
  ) {
    this.effect = effect;
    this.#call = call;
    this.#settle = settle;
    this.#value = value;
    this.id = run.nextId();
    this.parent = run.step;
  }

  get label(): string {
    return this.#call.label;
  }

  get resource(): unknown {
    return this.#call.options.resource;
  }

  describe(): string {
    return `${callLabel(this.#call)} returns`;
  }

  deliver(): void {
    this.#settle(this.#value);
  }

  fail(): never {
    throw new Error("A result on its way back can't fail any more");
  }
}

/**
 * Takes the two functions that settle the promise being made. One function for
 * all promises: a closure for each would be the dearest thing about them.
 */
export function keep(
  resolve: (value: never) => void,
  reject: (error: unknown) => void,
): void {
  latestResolve = resolve as (value: unknown) => void;
  latestReject = reject;
}

let latestResolve: (value: unknown) => void = () => {};
let latestReject: (error: unknown) => void = () => {};
