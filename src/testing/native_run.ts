/**
 * Runs of native code: async functions, promises, whatever the engine runs.
 *
 * A pending completion is a promise whose `resolve` is kept. Everything between
 * two deliveries is the engine's: the body awaits real promises, and nothing is
 * patched into them.
 *
 * @module
 */

import { describe, isCoroutine, isPromiseLike } from "../tasks/coroutine.ts";
import { ExploredHost } from "./explored_host.ts";
import type { Pending } from "./pending.ts";
import type { CompletionKind, WaitEdge } from "./run_outcome.ts";
import { type RunRules, ScheduledRun } from "./run_schedule.ts";
import type { VirtualHost } from "./virtual_host.ts";
import {
  type Call,
  type Completion,
  type IoOptions,
  makeWorld,
  type Scene,
  type World,
} from "./world.ts";
import { callLabel, thrownBy } from "./call.ts";

/** A body of native code. */
export type NativeBody = (world: World) => PromiseLike<unknown>;

/** Runs a body of native code. */
export class NativeRun extends ScheduledRun implements Scene {
  readonly #body: NativeBody;
  readonly #world: World;
  override readonly needsDrain = true;
  override readonly host: VirtualHost;

  constructor(body: NativeBody, rules: RunRules) {
    super(rules);
    this.#body = body;
    this.#world = makeWorld(this);
    this.host = new ExploredHost(this);
  }

  protected override start(): void {
    const { number } = this;
    let promise: PromiseLike<unknown>;
    try {
      promise = this.#body(this.#world);
    } catch (error) {
      return this.bodyThrew(error);
    }
    if (!isPromiseLike(promise)) return this.bodyThrew(this.#noBody(promise));
    promise.then(
      (value) => {
        if (this.number === number) this.bodyReturned(value);
      },
      (error) => {
        if (this.number === number) this.bodyThrew(error);
      },
    );
  }

  protected override settle(): void {
    // Promise jobs have run; there is nothing else to wait for.
  }

  bare(label: string, options: IoOptions): Completion<void> {
    const promise = new Promise<void>(keep);
    this.add(new Settling(this, "io", label, options));
    return promise as Completion<void>;
  }

  call(call: Call): unknown {
    const promise = new Promise<unknown>(keep);
    this.add(new Effect(this, call));
    return promise;
  }

  arrival(result: PromiseLike<unknown>, call: Call): unknown {
    const promise = new Promise<unknown>(keep);
    new Effect(this, call).follow(result);
    return promise;
  }

  protected override describeDeadlock(): string {
    return "Body is not done, and nothing is pending that could go on";
  }

  override waits(): WaitEdge[] {
    return [{
      waiter: "body",
      target: "a promise that nobody settles",
      holder: null,
      origin: null,
    }];
  }

  #noBody(result: unknown): Error {
    const advice = isCoroutine(result)
      ? "for coroutines, make the body itself a function*"
      : "make it an async function, or a function* for coroutines";
    return this.refuse(
      new TypeError(`Body returned ${describe(result)}; ${advice}`),
    );
  }
}

/** A promise that the schedule settles. */
class Settling implements Pending {
  readonly kind: CompletionKind;
  readonly label: string;
  readonly id: number;
  readonly parent: number;
  readonly faults: readonly unknown[] | null;
  readonly resource: unknown;
  readonly #resolve = latestResolve;
  readonly #reject = latestReject;

  constructor(
    run: ScheduledRun,
    kind: CompletionKind,
    label: string,
    options: IoOptions,
  ) {
    this.kind = kind;
    this.label = label;
    this.id = run.nextId();
    this.parent = run.step;
    this.faults = options.faults ?? null;
    this.resource = options.resource;
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
class Effect implements Pending {
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
    this.#run.add(new Arrival(this.#run, this.#call, settle, value));
  }
}

/** The result of a call, on its way back. */
class Arrival implements Pending {
  readonly kind = "result";
  readonly id: number;
  readonly parent: number;
  readonly joins = true;
  readonly deadline = null;
  readonly faults = null;
  readonly #call: Call;
  readonly #settle: (value: unknown) => void;
  readonly #value: unknown;

  constructor(
    run: ScheduledRun,
    call: Call,
    settle: (value: unknown) => void,
    value: unknown,
  ) {
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
function keep(
  resolve: (value: never) => void,
  reject: (error: unknown) => void,
): void {
  latestResolve = resolve as (value: unknown) => void;
  latestReject = reject;
}

let latestResolve: (value: unknown) => void = () => {};
let latestReject: (error: unknown) => void = () => {};
