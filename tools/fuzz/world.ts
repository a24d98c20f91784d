/**
 * What the statements of a program work on: its slots, its primitives, and the
 * futures it makes.
 *
 * @module
 */
import type {
  Awaitable,
  Barrier,
  Condition,
  ContextVar,
  Coroutine,
  Event,
  Future,
  Handle,
  Lock,
  Queue,
  Semaphore,
  Task,
  TaskGroup,
  TaskOptions,
} from "../../mod.ts";
import type { Library } from "../cpython/tape.ts";
import type { Interpreter } from "./interpret.ts";
import { EVENTS, type Expression, LOCKS, type Program } from "./program.ts";

/** How a task is made: by the loop or by a group. */
export type MakeTask = (
  coroutine: Coroutine<unknown>,
  options?: TaskOptions,
) => Task<unknown>;

/** So many ways may a request to cancel take from where it is made. */
const MOST_PATHS = 100;

/** The things of one run. */
export class World {
  readonly library: Library;
  readonly slots: (Future<unknown> | undefined)[] = [];
  readonly handles: (Handle | undefined)[] = [];
  readonly doneCallbacks: ((future: Future<unknown>) => void)[];
  readonly locks: Lock[];
  readonly conditions: Condition[];
  readonly counts: number[] = [0, 0];
  readonly events: Event[];
  readonly semaphores: Semaphore[];
  readonly barriers: Barrier[];
  readonly queues: Queue<number>[];
  readonly variable: ContextVar<number>;
  /** The group that was entered last. */
  lastGroup: TaskGroup | null = null;
  readonly #interpreter: Interpreter;
  /** Futures that nobody settles but the program. */
  readonly #plain = new Set<Future<unknown>>();
  /** What each task waits for. */
  readonly #awaited = new Map<unknown, unknown>();
  /** The children of each gather. */
  readonly #gathered = new Map<unknown, unknown[]>();

  constructor(library: Library, program: Program, interpreter: Interpreter) {
    this.library = library;
    this.#interpreter = interpreter;
    this.doneCallbacks = program.callbacks.map((_, index) => (future) => {
      interpreter.log("done", index, future.cancelled());
      interpreter.callback(index);
    });
    this.locks = Array.from({ length: LOCKS }, () => new library.Lock());
    this.events = Array.from({ length: EVENTS }, () => new library.Event());
    this.conditions = [
      new library.Condition(),
      new library.Condition(this.locks[1]!),
    ];
    this.semaphores = program.semaphores.map(([value, isBounded]) =>
      isBounded
        ? new library.BoundedSemaphore(value)
        : new library.Semaphore(value)
    );
    this.barriers = program.barriers.map((size) => new library.Barrier(size));
    const kinds = {
      fifo: library.Queue,
      lifo: library.LifoQueue,
      priority: library.PriorityQueue,
    };
    this.queues = program.queues.map(([kind, size]) =>
      new kinds[kind]<number>(size)
    );
    this.variable = new library.ContextVar("variable", { defaultValue: 0 });
  }

  /** The future in a slot, if the program may settle it. */
  plainFuture(slot: number): Future<unknown> | undefined {
    const future = this.slots[slot];
    return future !== undefined && this.#plain.has(future) ? future : undefined;
  }

  /** Makes what an expression says; nothing of an empty slot. */
  make(expression: Expression): Awaitable<unknown> | undefined {
    const made = this.#make(expression);
    const { journal } = this.#interpreter;
    journal?.does(expression);
    journal?.turnsOut(expression, made === undefined ? "nothing" : "done");
    return made;
  }

  #make(expression: Expression): Awaitable<unknown> | undefined {
    const { library } = this;
    switch (expression[0]) {
      case "slot":
        return this.slots[expression[1]];
      case "call":
        return this.#interpreter.body(expression[1]);
      case "sleeping":
        return library.sleep(expression[1], expression[2]);
      case "task": {
        const [, body, isEager, isNamed] = expression;
        return this.makeTask(library.createTask, body, isEager, isNamed);
      }
      case "gather":
        return this.#gather(expression[1], expression[2]);
      case "shield": {
        const inner = this.make(expression[1]);
        return inner === undefined ? undefined : library.shield(inner);
      }
      case "future": {
        const future = library.getRunningLoop().createFuture();
        this.#plain.add(future);
        return future;
      }
    }
  }

  /** Makes what there is to make. */
  makeAll(expressions: readonly Expression[]): Awaitable<unknown>[] {
    return expressions.map((expression) => this.make(expression))
      .filter((made) => made !== undefined);
  }

  makeTask(
    make: MakeTask,
    body: number,
    isEager: boolean,
    isNamed: boolean,
  ): Task<unknown> {
    return make(this.#interpreter.body(body), {
      ...(isEager ? { eagerStart: true } : {}),
      ...(isNamed ? { name: `b${body}` } : {}),
    });
  }

  #gather(
    expressions: readonly Expression[],
    returnExceptions: boolean,
  ): Future<unknown> {
    const items: Awaitable<unknown>[] = [];
    const children: unknown[] = [];
    for (const expression of expressions) {
      if (expression[0] === "call") {
        this.#interpreter.journal?.does(expression);
        this.#interpreter.journal?.turnsOut(expression, "done");
        items.push(this.#interpreter.body(expression[1], children));
        continue;
      }
      const made = this.make(expression);
      if (made === undefined || this.#isVast(made)) continue;
      items.push(made);
      if (expression[0] !== "sleeping") children.push(made);
    }
    const outer: Future<unknown> = returnExceptions
      ? this.library.gather(items, { returnExceptions: true })
      : this.library.gather(items);
    this.#gathered.set(outer, children);
    return outer;
  }

  // Some knots can't be cancelled. In a circle of tasks that wait for each other
  // the request would go round and round until the stack is full. And a gather
  // cancels its children as often as they stand in its list; of gathers that hold
  // each other, that many times more with each. So no task may wait for what leads
  // back to it, and nobody for what would be cancelled again and again.

  /** Whether the current task would tie a knot by waiting for something. */
  tangles(what: unknown): boolean {
    const task = this.library.currentTask();
    return this.#leadsTo(task, what) || this.#isVast(what) ||
      this.#paths(task, (each) => this.#whoCancels(each)) === MOST_PATHS;
  }

  #leadsTo(task: unknown, what: unknown): boolean {
    const seen = new Set<unknown>();
    const open = [what];
    while (open.length > 0) {
      const each = open.pop();
      if (each === task) return true;
      if (each === undefined || seen.has(each)) continue;
      seen.add(each);
      open.push(...this.#whomItCancels(each));
    }
    return false;
  }

  /** Whether to cancel something would cancel too much. */
  #isVast(what: unknown): boolean {
    return this.#paths(what, (each) => this.#whomItCancels(each)) ===
      MOST_PATHS;
  }

  /** Counts the paths that begin at something. */
  #paths(from: unknown, next: (each: unknown) => unknown[]): number {
    const open = [from];
    let count = 0;
    while (open.length > 0 && count < MOST_PATHS) {
      open.push(...next(open.pop()));
      count++;
    }
    return count;
  }

  #whomItCancels(each: unknown): unknown[] {
    const awaited = this.#awaited.get(each);
    const children = this.#gathered.get(each) ?? [];
    return awaited === undefined ? children : [awaited, ...children];
  }

  #whoCancels(each: unknown): unknown[] {
    const found: unknown[] = [];
    for (const [task, awaited] of this.#awaited) {
      if (awaited === each) found.push(task);
    }
    for (const [outer, children] of this.#gathered) {
      for (const child of children) if (child === each) found.push(outer);
    }
    return found;
  }

  /** Waits, and lets everybody know for what. */
  *waiting<T>(what: unknown, wait: Coroutine<T>): Coroutine<T> {
    const task = this.library.currentTask();
    const before = this.#awaited.get(task);
    this.#awaited.set(task, what);
    try {
      return yield* wait;
    } finally {
      this.#awaited.set(task, before);
    }
  }
}
