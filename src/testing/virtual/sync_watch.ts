/**
 * Which lock a task waits for, who holds it, and since where.
 *
 * A lock has no name and doesn't know its owner; in a program that works nobody
 * asks. So while somebody watches, the methods that wait are wrapped: each notes
 * who calls it, where, and, once it comes back, who holds what. The wrapper
 * delegates with `yield*`, which takes no turn of the loop, so the run is the same
 * to the tick.
 *
 * `explore` watches only the one run that hangs, which it runs again for that.
 * `virtual` runs its body once, so it watches every run. Runs may overlap: the
 * methods are wrapped for the first watch and given back after the last, and each
 * watch says which calls are its own. All others go through untouched.
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

/** The places of so many waits are kept; more are a load test. */
const MOST_PLACES = 10_000;

interface Class {
  readonly name: string;
  readonly prototype: object;
}

/** What a task waits for. */
export interface SyncWait {
  /** `Lock #2`, `Queue.get()`. */
  readonly what: string;
  /** The name of the task that has held it the longest, `null` for none. */
  readonly holder: string | null;
  /** Where it waits, as a line of a stack. */
  readonly origin: string | null;
}

type AnyTask = Task<unknown>;
type Method = (this: object, ...args: unknown[]) => Coroutine<unknown>;

/** Notes who waits for what from when it is made until it is closed. */
export class SyncWatch {
  readonly #isOurs: () => boolean;
  readonly #waits: Map<AnyTask, Wait> = new Map();
  /** A semaphore may have several. */
  readonly #holders: Map<object, AnyTask[]> = new Map();
  readonly #numbers: Map<object, number> = new Map();
  readonly #counts: Map<string, number> = new Map();
  #placesLeft = MOST_PLACES;

  /**
   * @param isOurs whether the call that is being made is one to be noted
   */
  constructor(isOurs: () => boolean = () => true) {
    this.#isOurs = isOurs;
    if (watches.size === 0) wrapMethods();
    watches.add(this);
  }

  /** Notes no more. */
  close(): void {
    if (watches.delete(this) && watches.size === 0) giveBack();
  }

  /** The tasks that wait, in the order in which they began to. */
  waiting(): readonly AnyTask[] {
    return [...this.#waits.keys()];
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
    const [holder] = this.#holders.get(wait.object) ?? [];
    return {
      what: wait.label,
      holder: holder?.getName() ?? null,
      origin: placeOf(wait.at)?.replace(/^at /, "") ?? null,
    };
  }

  /**
   * Wraps what a method that waits has returned.
   * @internal
   */
  _watched(
    object: object,
    method: string,
    holds: boolean,
    wait: Coroutine<unknown>,
  ): Coroutine<unknown> {
    if (!this.#isOurs()) return wait;
    const label = this.#label(object, method);
    const at = this.#placesLeft-- > 0 ? new Error("wait") : null;
    return this.#waiting({ object, label, at }, holds, wait);
  }

  /**
   * Whoever releases it holds it no more; somebody else may do so in his place.
   * @internal
   */
  _released(object: object): void {
    const holders = this.#holders.get(object);
    const own = holders?.indexOf(currentTask()!) ?? -1;
    holders?.splice(Math.max(0, own), 1);
  }

  #hold(object: object, task: AnyTask): void {
    const holders = this.#holders.get(object);
    if (holders === undefined) this.#holders.set(object, [task]);
    else holders.push(task);
  }

  *#waiting(
    entry: Wait,
    holds: boolean,
    wait: Coroutine<unknown>,
  ): Coroutine<unknown> {
    const task = currentTask();
    if (task === null) return yield* wait;
    const outer = this.#waits.get(task);
    this.#waits.set(task, entry);
    try {
      const result = yield* wait;
      if (holds) this.#hold(entry.object, task);
      return result;
    } finally {
      // A condition's wait ends with one for its lock.
      if (outer === undefined) this.#waits.delete(task);
      else this.#waits.set(task, outer);
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

interface Wait {
  readonly object: object;
  readonly label: string;
  readonly at: Error | null;
}

const watches = new Set<SyncWatch>();
const formers: (() => void)[] = [];

function wrapMethods(): void {
  for (const [Kind, name, holds] of METHODS) {
    replace(
      Kind,
      name,
      (original) =>
        function (this: object, ...args: unknown[]) {
          let wait = (original as Method).apply(this, args);
          for (const watch of watches) {
            wait = watch._watched(this, name, holds, wait);
          }
          return wait;
        },
    );
    if (!holds) continue;
    replace(
      Kind,
      "release",
      (original) =>
        function (this: object, ...args: unknown[]) {
          for (const watch of watches) watch._released(this);
          return original.apply(this, args);
        },
    );
  }
}

function replace(
  { prototype }: Class,
  name: string,
  wrap: (original: (...args: unknown[]) => unknown) => unknown,
): void {
  const methods = prototype as Record<string, unknown>;
  const original = methods[name];
  methods[name] = wrap(original as (...args: unknown[]) => unknown);
  formers.push(() => methods[name] = original);
}

function giveBack(): void {
  for (const restore of formers.splice(0)) restore();
}
