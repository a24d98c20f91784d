/**
 * Has footprints hear of futures, tasks, locks and queues.
 *
 * Between two deliveries the loop runs passes until its ready queue is empty. So
 * at a delivery every task waits for something, and what one step leaves behind
 * for another is in objects of this library: futures that were settled or are
 * waited for, tasks that went on or were cancelled, locks that were taken, items
 * in queues. (What is in the program's own objects, `track` tells.) All of these
 * are changed by methods, and while a search listens, the methods tell:
 *
 * - *futures*: to settle one, to wait for one, to look at one;
 * - *tasks*: to be put into the ready queue, which is the only way to go on, and
 *   to be cancelled;
 * - *callbacks* that combinators attach on behalf of a future: they keep count of
 *   something that is nobody else's business, so they touch that future;
 * - *primitives*: every method, and every time a coroutine of theirs goes on,
 *   since a waiter of a lock puts things in order when it wakes;
 * - *context variables*, in the context that they are set in;
 * - *errors*: the run tells of the first that nobody has looked at;
 * - the list of tasks and the number in `Task-3`, which hardly any program reads:
 *   as long as none does, they count for nothing.
 *
 * A future that a step has made itself is not told of: no other step can know it
 * yet. To know a future's age, one has to be there when it is made, so these are
 * the places where that happens: `createFuture`, the list of tasks, the list of
 * completions, and the first time a combinator's future stands in another's list.
 *
 * The call graph is no such reading: it is there to be looked at by people.
 *
 * @module
 */

import { Context } from "../../loop/context.ts";
import { Handle } from "../../loop/handle.ts";
import { Completions } from "../../sync/as_completed.ts";
import { Barrier } from "../../sync/barrier.ts";
import { Event } from "../../sync/event.ts";
import { Lock } from "../../sync/lock.ts";
import { Queue } from "../../sync/queue.ts";
import { Semaphore } from "../../sync/semaphore.ts";
import { hasAbortSignal } from "../../tasks/abort_signal.ts";
import {
  type Coroutine,
  isCoroutine,
  type Suspension,
} from "../../tasks/coroutine.ts";
import { ERROR, Future } from "../../tasks/future.ts";
import { ChildDone } from "../../tasks/gather.ts";
import { Task } from "../../tasks/task.ts";
import { TaskGroup } from "../../tasks/task_group.ts";
import { TaskList } from "../../tasks/task_list.ts";
import { Timeout } from "../../tasks/timeout.ts";
import { Effect } from "../runs/coroutine_completions.ts";
import { CoroutineRun } from "../runs/coroutine_run.ts";
import { ExploredLoop } from "../runs/explored_loop.ts";
import { Footsteps } from "./footprint.ts";
import type { Informed } from "./reduction_promises.ts";

const ERRORS = "errors";

/**
 * Classes whose every method touches the object, and what of it only reads. A
 * condition does nothing without its lock, nor does a bounded semaphore without
 * the methods of a semaphore.
 */
const PRIMITIVES: readonly (readonly [Class, ...PropertyKey[]])[] = [
  [Lock, "locked"],
  [Semaphore, "locked"],
  [Event, "isSet"],
  [Barrier, "nWaiting", "broken"],
  [Queue, "qsize", "empty", "full"],
  [Completions],
  [Timeout, "when", "expired"],
  [Context, "get", "has", "size", "copy", Symbol.iterator],
];

/** What is the same for ever. */
const FIXED: readonly PropertyKey[] = ["constructor", "parties", "maxsize"];

/** Methods of the loop after which it does other things than before. */
const SETTINGS = [
  "setTaskFactory",
  "setExceptionHandler",
  "setDebug",
  "stop",
  "close",
];

interface Class {
  readonly prototype: object;
}

type AnyFuture = Future<unknown>;
type Method = (this: object, ...args: unknown[]) => unknown;

/** Footprints that hear of what coroutines do. */
export class CoroutineSteps implements Informed {
  readonly steps: Footsteps = new Footsteps();
  readonly #restore: (() => void)[] = [];

  listen(): boolean {
    if (this.#restore.length > 0) return true;
    this.#hearOfMaking();
    this.#hearOfFutures();
    this.#hearOfTasks();
    this.#hearOfLoop();
    for (const [Kind, ...reads] of PRIMITIVES) {
      this.#hearOfPrimitive(Kind, reads);
    }
    return true;
  }

  close(): void {
    for (const restore of this.#restore.splice(0)) restore();
  }

  // #region making
  #hearOfMaking(): void {
    const { steps } = this;
    this.#replace(
      ExploredLoop,
      "createFuture",
      (original) =>
        function (...args) {
          const future = original.apply(this, args) as AnyFuture;
          steps.made(future);
          return future;
        },
    );
    this.#tell(TaskList, "add", (_, task) => {
      steps.made(task as AnyFuture);
      steps.touchRare("tasks", true);
    });
    this.#tell(CoroutineRun, "add", (_, completion) => {
      if (completion instanceof Future) steps.made(completion);
      else if (completion instanceof Effect) steps.made(completion.result);
    });
  }

  /** A combinator enters its future in a list as soon as it has made it. */
  #meet(entry: unknown): void {
    if (entry instanceof Future && !this.steps.knows(entry)) {
      this.steps.made(entry);
    }
  }
  // #endregion

  // #region futures
  #hearOfFutures(): void {
    for (const name of ["done", "cancelled", "result", "exception"]) {
      this.#tell(Future, name, (future) => this.#read(future));
    }
    // To hand out an error is to have it looked at, and some are handed out once.
    for (const name of ["_error", "cancel", "removeDoneCallback"]) {
      this.#tell(Future, name, (future) => this.#write(future));
    }
    for (
      const name of ["_addEntry", "addDoneCallback", "_addDoneCallbackFor"]
    ) {
      this.#tell(Future, name, (future, entry) => {
        this.#meet(entry);
        this.#write(future);
      });
    }
    this.#tell(Future, "_settle", (future, state) => {
      this.#write(future);
      if (state === ERROR) this.steps.touchPlace(ERRORS);
    });
  }
  // #endregion

  // #region tasks
  #hearOfTasks(): void {
    const { steps } = this;
    this.#tell(Task, "cancel", (task) => {
      this.#write(task);
      // Whoever has the task's signal hears of it, and may look at it any time.
      if (hasAbortSignal(task)) steps.loseTrack();
    });
    this.#tell(Task, "uncancel", (task) => this.#write(task));
    this.#tell(Task, "cancelling", (task) => this.#read(task));
    this.#tell(Task, "setName", (task) => this.#write(task));
    this.#tell(Task, "getName", (task) => {
      this.#read(task);
      const { _name: name } = task as Task<unknown>;
      if (typeof name === "number") steps.touchRare("names", false);
    });
    this.#tell(TaskList, "nextNameNumber", () => {
      steps.touchRare("names", true);
    });
    this.#tell(TaskList, "pending", () => steps.touchRare("tasks", false));
    // The one reads the list now and then, but only to tidy up; the other the
    // name, for a message that it keeps in case it is wanted.
    for (
      const [Kind, name] of [[TaskList, "noteDone"], [Task, "_label"]] as const
    ) {
      this.#replace(Kind, name, (original) =>
        function () {
          return steps.unheard(() => original.apply(this));
        });
    }
    // A group belongs to its task, as the callbacks of its children do.
    for (const name of ["createTask", "cancel"]) {
      this.#tell(TaskGroup, name, (group) => {
        this.#write((group as TaskGroup)._parent);
      });
    }
  }
  // #endregion

  // #region loop
  #hearOfLoop(): void {
    const { steps } = this;
    this.#tell(ExploredLoop, "_enqueue", (_, step) => {
      const whose = step instanceof Task ? step : awaiterOf(step);
      if (whose !== null) this.#write(whose);
    });
    for (const name of SETTINGS) {
      this.#tell(ExploredLoop, name, () => steps.loseTrack());
    }
  }
  // #endregion

  // #region primitives
  #hearOfPrimitive({ prototype }: Class, reads: readonly PropertyKey[]): void {
    const { steps } = this;
    for (const name of Reflect.ownKeys(prototype)) {
      if (FIXED.includes(name)) continue;
      const written = !reads.includes(name);
      const touch = (object: object) => {
        if (steps.on) steps.touch(object, undefined, written);
      };
      this.#replace({ prototype }, name, (original) =>
        function (...args) {
          touch(this);
          const result = original.apply(this, args);
          return isCoroutine(result)
            ? new GoingOn(result, () => touch(this))
            : result;
        });
    }
  }
  // #endregion

  #read(future: object): void {
    this.steps.touchPromise(future, false);
  }

  #write(future: object): void {
    this.steps.touchPromise(future, true);
  }

  /** Has a method told of, before it runs, while a run is on. */
  #tell(
    Kind: Class,
    name: string,
    hear: (it: object, first: unknown) => void,
  ): void {
    const { steps } = this;
    this.#replace(Kind, name, (original) =>
      function (...args) {
        if (steps.on) hear(this, args[0]);
        return original.apply(this, args);
      });
  }

  /** Puts another method, or getter, in the place of one until the end. */
  #replace(
    { prototype }: Class,
    name: PropertyKey,
    make: (original: Method) => Method,
  ): void {
    const own = Object.getOwnPropertyDescriptor(prototype, name);
    const { get, value } = own ?? { value: Reflect.get(prototype, name) };
    const replaced = make(get ?? value);
    Object.defineProperty(prototype, name, {
      configurable: true,
      ...get === undefined ? { value: replaced, writable: true } : {
        get: replaced,
      },
    });
    this.#restore.push(() => {
      if (own === undefined) Reflect.deleteProperty(prototype, name);
      else Object.defineProperty(prototype, name, own);
    });
  }
}

/** On whose behalf a callback runs, `null` where nobody says so. */
function awaiterOf(step: unknown): object | null {
  if (step instanceof ChildDone) return step._outer;
  const awaiter = step instanceof Handle ? step._args[1] : null;
  return awaiter instanceof Future ? awaiter : null;
}

/** A coroutine of a primitive that tells whenever it goes on. */
class GoingOn implements Coroutine<unknown> {
  readonly #coroutine: Coroutine<unknown>;
  readonly #tell: () => void;

  constructor(coroutine: Coroutine<unknown>, tell: () => void) {
    this.#coroutine = coroutine;
    this.#tell = tell;
  }

  next(value?: unknown): IteratorResult<Suspension, unknown> {
    this.#tell();
    return this.#coroutine.next(value);
  }

  throw(error: unknown): IteratorResult<Suspension, unknown> {
    this.#tell();
    return this.#coroutine.throw(error);
  }

  return(value: unknown): IteratorResult<Suspension, unknown> {
    this.#tell();
    return this.#coroutine.return(value);
  }

  [Symbol.iterator](): this {
    return this;
  }
}
