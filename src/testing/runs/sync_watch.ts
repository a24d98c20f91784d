/**
 * Which lock a task waits for, who holds it, and since where.
 *
 * A lock has no name and doesn't know its owner; in a program that works nobody
 * asks. So for the one run that hangs, the methods that wait are wrapped: each
 * notes who calls it, where, and, once it comes back, who holds what. The wrapper
 * delegates with `yield*`, which takes no turn of the loop, so the run is the same
 * to the tick.
 *
 * @module
 */

import { Barrier } from "../../sync/barrier.ts";
import { Condition } from "../../sync/condition.ts";
import { Event } from "../../sync/event.ts";
import { Lock } from "../../sync/lock.ts";
import { Queue } from "../../sync/queue.ts";
import { Semaphore } from "../../sync/semaphore.ts";
import type { Coroutine } from "../../tasks/coroutine.ts";
import { currentTask } from "../../tasks/event_loop.ts";
import type { Task } from "../../tasks/task.ts";
import { placeOf } from "../host/origins.ts";

/** The methods that may wait, and whether coming back means to hold. */
const METHODS: readonly (readonly [Class, string, boolean])[] = [
  [Lock, "acquire", true],
  [Semaphore, "acquire", true],
  [Event, "wait", false],
  [Condition, "wait", false],
  [Barrier, "wait", false],
  [Queue, "get", false],
  [Queue, "put", false],
  [Queue, "join", false],
];

interface Class {
  readonly name: string;
  readonly prototype: object;
}

/** What a task waits for. */
export interface SyncWait {
  /** `Lock #2`, `Queue.get()`. */
  readonly what: string;
  /** The name of the task that holds it, `null` for none. */
  readonly holder: string | null;
  /** Where it waits, as a line of a stack. */
  readonly origin: string | null;
}

type AnyTask = Task<unknown>;
type Method = (this: object, ...args: unknown[]) => Coroutine<unknown>;

/** Notes who waits for what from when it is made until it is closed. */
export class SyncWatch {
  readonly #waits: Map<AnyTask, { object: object; label: string; at: Error }> =
    new Map();
  readonly #holders: Map<object, AnyTask> = new Map();
  readonly #numbers: Map<object, number> = new Map();
  readonly #counts: Map<string, number> = new Map();
  readonly #restore: (() => void)[] = [];

  constructor() {
    for (const [Kind, name, holds] of METHODS) this.#wrap(Kind, name, holds);
  }

  /** Notes no more. */
  close(): void {
    for (const restore of this.#restore.splice(0)) restore();
  }

  /**
   * What a task waits for.
   *
   * @param task the task
   * @returns `undefined` when it is none of the things that are watched
   */
  of(task: AnyTask): SyncWait | undefined {
    const wait = this.#waits.get(task);
    if (wait === undefined) return undefined;
    const holder = this.#holders.get(wait.object);
    return {
      what: wait.label,
      holder: holder?.getName() ?? null,
      origin: placeOf(wait.at)?.replace(/^at /, "") ?? null,
    };
  }

  #wrap(Kind: Class, name: string, holds: boolean): void {
    const prototype = Kind.prototype as Record<string, Method>;
    const original = prototype[name]!;
    const release = prototype["release"] as
      | ((this: object) => void)
      | undefined;
    const waiting = (object: object, wait: Coroutine<unknown>) =>
      this.#waiting(object, name, holds, new Error("wait"), wait);
    prototype[name] = function (this: object, ...args: unknown[]) {
      return waiting(this, original.apply(this, args));
    };
    this.#restore.push(() => prototype[name] = original);
    if (!holds || release === undefined) return;
    const holders = this.#holders;
    prototype["release"] = function (this: object) {
      holders.delete(this);
      return release.call(this);
    } as unknown as Method;
    this.#restore.push(() =>
      prototype["release"] = release as unknown as Method
    );
  }

  *#waiting(
    object: object,
    method: string,
    holds: boolean,
    at: Error,
    wait: Coroutine<unknown>,
  ): Coroutine<unknown> {
    const task = currentTask()!;
    const label = this.#label(object, method);
    this.#waits.set(task, { object, label, at });
    try {
      return yield* wait;
    } finally {
      this.#waits.delete(task);
      if (holds) this.#holders.set(object, task);
    }
  }

  /** `Lock #2` for what is held, `Queue #1.get()` for what is called. */
  #label(object: object, method: string): string {
    const kind = object.constructor.name;
    let number = this.#numbers.get(object);
    if (number === undefined) {
      number = (this.#counts.get(kind) ?? 0) + 1;
      this.#counts.set(kind, number);
      this.#numbers.set(object, number);
    }
    return method === "acquire"
      ? `${kind} #${number}`
      : `${kind} #${number}.${method}()`;
  }
}
