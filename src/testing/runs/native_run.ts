/**
 * Runs of native code: async functions, promises, whatever the engine runs.
 *
 * A pending completion is a promise whose `resolve` is kept. Everything between
 * two deliveries is the engine's: the body awaits real promises, and nothing is
 * patched into them.
 *
 * @module
 */

import { describe, isCoroutine, isPromiseLike } from "../../tasks/coroutine.ts";
import { Effect, keep, Settling } from "./native_completions.ts";
import { ExploredHost } from "./explored_host.ts";
import type { WaitEdge } from "./run_outcome.ts";
import { type RunRules, ScheduledRun } from "./run_schedule.ts";
import type { VirtualHost } from "../virtual/virtual_host.ts";
import {
  type Call,
  type Completion,
  type IoOptions,
  makeWorld,
  type Scene,
  type World,
} from "./world.ts";

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
    this.add(new Settling(this, label, options));
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
