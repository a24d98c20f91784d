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
  /** Whether that task is done: nobody will release what it holds. */
  readonly isLost: boolean;
  /** Where it waits, as a line of a stack. */
  readonly origin: string | null;
}

type AnyTask = Task<unknown>;
type Method = (this: object, ...args: unknown[]) => Coroutine<unknown>;

/** Notes who waits for what from when it is made until it is closed. */
export class SyncWatch {
  readonly #isOurs: () => boolean;
  readonly #keepsCalls: boolean;
  readonly #waits: Map<AnyTask, Wait> = new Map();
  readonly #known: Map<object, Known> = new Map();
  readonly #counts: Map<string, number> = new Map();
  #placesLeft = MOST_PLACES;

  /**
   * @param isOurs whether the call that is being made is one to be noted
   * @param keepsCalls whether the place of every call is kept: it tells more where
   * another task runs what was called, and costs some microseconds. Without it,
   * only who really waits is asked where he is.
   */
  constructor(isOurs: () => boolean = () => true, keepsCalls = true) {
    this.#isOurs = isOurs;
    this.#keepsCalls = keepsCalls;
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
    const { name, holders: [holder] } = wait.known;
    return {
      // `Lock #2` for what is held, `Queue #1.get()` for what is called.
      what: wait.method === "acquire" ? name : `${name}.${wait.method}()`,
      holder: holder?.getName() ?? null,
      isLost: holder?.done() ?? false,
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
    const call = this.#keepsCalls ? this.#place() : null;
    return this.#waiting({ known: this.#know(object), method, call }, {
      holds,
      wait,
    });
  }

  /**
   * Whoever releases it holds it no more; somebody else may do so in his place.
   * @internal
   */
  _released(object: object): void {
    const holders = this.#known.get(object)?.holders;
    if (holders === undefined || holders.length === 0) return;
    const own = holders.length === 1 ? 0 : holders.indexOf(currentTask()!);
    holders.splice(Math.max(0, own), 1);
  }

  /** What goes through at once has not waited, and costs next to nothing. */
  *#waiting(
    { known, method, call }: Call,
    { holds, wait }: { holds: boolean; wait: Coroutine<unknown> },
  ): Coroutine<unknown> {
    const first = wait.next();
    const task = currentTask();
    const result = first.done
      ? first.value
      : task === null
      ? yield* from(first, wait)
      : yield* this.#noting(
        task,
        { known, method, at: call ?? this.#place() },
        from(first, wait),
      );
    if (holds && task !== null) known.holders.push(task);
    return result;
  }

  *#noting(
    task: AnyTask,
    entry: Wait,
    wait: Coroutine<unknown>,
  ): Coroutine<unknown> {
    const outer = this.#waits.get(task);
    this.#waits.set(task, entry);
    try {
      return yield* wait;
    } finally {
      // A condition's wait ends with one for its lock.
      if (outer === undefined) this.#waits.delete(task);
      else this.#waits.set(task, outer);
    }
  }

  #place(): Error | null {
    return this.#placesLeft-- > 0 ? new Error("wait") : null;
  }

  #know(object: object): Known {
    let known = this.#known.get(object);
    if (known === undefined) {
      const kind = object.constructor.name;
      const number = (this.#counts.get(kind) ?? 0) + 1;
      this.#counts.set(kind, number);
      known = { name: `${kind} #${number}`, holders: [] };
      this.#known.set(object, known);
    }
    return known;
  }
}

/** Something that is waited for or held. */
interface Known {
  /** `Lock #2`. */
  readonly name: string;
  /** A semaphore may have several. */
  readonly holders: AnyTask[];
}

interface Call {
  readonly known: Known;
  readonly method: string;
  readonly call: Error | null;
}

interface Wait {
  readonly known: Known;
  readonly method: string;
  readonly at: Error | null;
}

type Step = ReturnType<Coroutine<unknown>["next"]>;

/** A coroutine whose first step was taken already, for `yield*`. */
function from(first: Step, wait: Coroutine<unknown>): Coroutine<unknown> {
  let taken = false;
  return {
    next(...args: Parameters<Coroutine<unknown>["next"]>) {
      if (taken) return wait.next(...args);
      taken = true;
      return first;
    },
    throw: (error: unknown) => wait.throw(error),
    return: (value: unknown) => wait.return(value),
    [Symbol.iterator]() {
      return this;
    },
  } as Coroutine<unknown>;
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
