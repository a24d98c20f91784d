/**
 * Small random programs of coroutines, which meet each other in all the ways that
 * the library offers.
 *
 * @module
 */

import {
  allTasks,
  asCompleted,
  Barrier,
  Condition,
  ContextVar,
  type Coroutine,
  createTask,
  currentTask,
  Event,
  FIRST_COMPLETED,
  gather,
  getRunningLoop,
  isCancelled,
  Lock,
  Queue,
  Semaphore,
  shield,
  type Task,
  taskGroup,
  timeout,
  track,
  wait,
  type World,
} from "../../../mod.ts";
import { numbers } from "./native_programs.ts";

/** What a task does next; `which` is one of two things of its kind. */
export interface Operation {
  readonly kind: Kind;
  readonly which: 0 | 1;
  /** What is done inside of it. */
  readonly inner: readonly Operation[];
}

/** Tasks, side by side. */
export interface CoroutineProgram {
  readonly tasks: readonly (readonly Operation[])[];
  /** The body ends with the first task, and not with the last. */
  readonly first: boolean;
}

type Kind = typeof DELIVERIES[number] | typeof OTHERS[number];

/** What waits for a delivery; those in the second half have more inside. */
const DELIVERIES = [
  "io",
  "io",
  "io",
  "fault",
  "call",
  "coroutine call",
  "lock",
  "permit",
  "condition",
  "gather",
  "first",
  "shield",
  "group",
  "spawn",
] as const;

const OTHERS = [
  "read",
  "write",
  "write",
  "locked?",
  "acquire",
  "release",
  "set event",
  "clear event",
  "wait for event",
  "notify",
  "put",
  "put",
  "get",
  "get if there",
  "size?",
  "barrier",
  "settle",
  "settled?",
  "wait for future",
  "cancel",
  "cancelling?",
  "done?",
  "join",
  "each as it ends",
  "spawn quickly",
  "name?",
  "tasks?",
  "set variable",
  "variable?",
  "raise",
  "soon",
  "when done",
  "limit",
  "choose",
  "check",
] as const;

/**
 * Makes a program.
 *
 * @param seed decides all of it
 * @param deliveries how many it has about
 */
export function randomCoroutines(
  seed: number,
  deliveries: number,
): CoroutineProgram {
  const next = numbers(seed);
  const pick = <T>(list: readonly T[]): T => list[next(list.length)]!;
  // A program that keeps to a few kinds shows more of these.
  const some = Array.from({ length: 4 }, () => pick(OTHERS));
  const others = next(3) === 0 ? OTHERS : [...some, "read", "write"] as const;
  const which = () => next(2) as 0 | 1;
  let left = deliveries;
  const between = (): Operation[] =>
    Array.from(
      { length: next(3) },
      () => ({ kind: pick(others), which: which(), inner: [] }),
    );
  const delivery = (depth: number): Operation => {
    const kind = depth > 0 ? "io" : pick(DELIVERIES);
    left--;
    if (!WITH_INNER.has(kind)) return { kind, which: which(), inner: [] };
    const inner = [...between(), delivery(depth + 1), ...between()];
    return { kind, which: which(), inner };
  };
  const count = 2 + next(2);
  const tasks = Array.from({ length: count }, between);
  while (left > 0) tasks[next(count)]!.push(delivery(0), ...between());
  return { tasks, first: next(8) === 0 };
}

const WITH_INNER: ReadonlySet<Kind> = new Set<Kind>([
  "lock",
  "permit",
  "condition",
  "gather",
  "first",
  "shield",
  "group",
  "spawn",
]);

/** The program as a coroutine. */
export function coroutineBody({ tasks, first }: CoroutineProgram) {
  return function* (world: World): Coroutine<unknown> {
    const run = new Run(world);
    run.tasks.push(
      ...tasks.map((operations, number) =>
        createTask(run.all(operations, String(number)))
      ),
    );
    if (first) yield* wait(run.tasks, { returnWhen: FIRST_COMPLETED });
    else yield* wait(run.tasks);
    return [run.tasks.map(ending), run.cells.numbers, run.cells.log];
  };
}

function ending(task: Task<unknown>): unknown {
  if (!task.done()) return "pending";
  if (task.cancelled()) return "cancelled";
  const error = task.exception();
  return error === undefined ? task.result() : String(error);
}

/** One run of a program: what its tasks share. */
class Run {
  readonly #world: World;
  readonly tasks: Task<unknown>[] = [];
  readonly cells = track({ numbers: [1, 1], log: [] as unknown[] });
  readonly #locks = [new Lock(), new Lock()];
  readonly #permits = [new Semaphore(1), new Semaphore(2)];
  readonly #events = [new Event(), new Event()];
  readonly #conditions = [new Condition(), new Condition()];
  readonly #queues = [new Queue<string>(1), new Queue<string>()];
  readonly #barrier = new Barrier(2);
  readonly #variable = new ContextVar<string>("variable", {
    defaultValue: "none",
  });
  readonly #futures = [0, 1].map(() => getRunningLoop().createFuture<string>());

  constructor(world: World) {
    this.#world = world;
  }

  /** Does one thing after the other and gives what was seen. */
  *all(operations: readonly Operation[], name: string): Coroutine<unknown[]> {
    const seen: unknown[] = [];
    for (const [place, operation] of operations.entries()) {
      try {
        const saw = yield* this.#one(operation, `${name}.${place}`);
        if (saw !== undefined) seen.push(saw);
      } catch (error) {
        if (isCancelled(error) && operation.which === 0) throw error;
        if (operation.kind === "raise" && operation.which === 0) throw error;
        seen.push((error as Error).name);
      }
    }
    return seen;
  }

  *#one(
    { kind, which, inner }: Operation,
    name: string,
  ): Coroutine<unknown> {
    const { io, check, choose } = this.#world;
    const { cells } = this;
    const lock = this.#locks[which]!;
    const event = this.#events[which]!;
    const condition = this.#conditions[which]!;
    const queue = this.#queues[which]!;
    const future = this.#futures[which]!;
    const other = this.tasks[which]!;
    const resource: unknown[] = [];
    switch (kind) {
      case "io":
        return yield* io(name, { resource });
      case "fault":
        return yield* io(name, { resource, faults: ["lost"] });
      case "call": {
        const add = () => cells.numbers[which]! += 3;
        return yield* io(add, { label: name, resource })();
      }
      case "coroutine call": {
        const twice = () => this.all([READ, { ...READ, which: 1 }], name);
        return yield* io(twice, { label: name, resource })();
      }
      case "lock": {
        const held = yield* lock.acquire();
        try {
          return yield* this.all(inner, name);
        } finally {
          held[Symbol.dispose]();
        }
      }
      case "permit": {
        const held = yield* this.#permits[which]!.acquire();
        try {
          return yield* this.all(inner, name);
        } finally {
          held[Symbol.dispose]();
        }
      }
      case "condition": {
        yield* condition.acquire();
        try {
          if (cells.numbers[which]! < 2) yield* condition.wait();
          return yield* this.all(inner, name);
        } finally {
          condition.release();
        }
      }
      case "gather":
        return yield* gather([
          this.all(inner, `${name}a`),
          this.all([IO], `${name}b`),
        ]);
      case "first": {
        const both = ["a", "b"].map((part) =>
          createTask(this.all(part === "a" ? inner : [IO], name + part))
        );
        const { done } = yield* wait(both, { returnWhen: FIRST_COMPLETED });
        return both.map((task) => done.has(task));
      }
      case "shield":
        return yield* shield(this.all(inner, name));
      case "group": {
        const all = this.all.bind(this);
        return yield* taskGroup(function* (group) {
          group.createTask(all(inner, `${name}a`));
          group.createTask(all(which ? [IO, RAISE] : [IO], `${name}b`));
        });
      }
      case "spawn":
        this.tasks.push(createTask(this.all(inner, name)));
        return undefined;
      case "read":
        return cells.numbers[which];
      case "write":
        cells.numbers[which] = cells.numbers[which]! * 3 % 101 + name.length;
        cells.log.push(name);
        return undefined;
      case "locked?":
        return [lock.locked(), this.#permits[which]!.locked()];
      case "acquire":
        if (!lock.locked()) yield* lock.acquire();
        return undefined;
      case "release":
        if (lock.locked()) lock.release();
        return undefined;
      case "set event":
        event.set();
        return undefined;
      case "clear event":
        event.clear();
        return undefined;
      case "wait for event":
        yield* event.wait();
        return event.isSet();
      case "notify": {
        const held = yield* condition.acquire();
        condition.notify();
        held[Symbol.dispose]();
        return undefined;
      }
      case "put":
        yield* queue.put(name);
        return undefined;
      case "get":
        return yield* queue.get();
      case "get if there":
        return queue.empty() ? "nothing" : queue.getNowait();
      case "size?":
        return queue.qsize();
      case "barrier":
        return yield* this.#barrier.wait();
      case "settle":
        if (!future.done()) future.setResult(name);
        return undefined;
      case "settled?":
        return future.done();
      case "wait for future":
        return yield* shield(future);
      case "cancel":
        return other.cancel();
      case "cancelling?":
        return other.cancelling();
      case "done?":
        return other.done();
      case "join":
        if (other === currentTask()) return undefined;
        yield* wait([other]);
        return ending(other);
      case "each as it ends": {
        const log: unknown[] = [];
        const rest = this.tasks.filter((task) => task !== currentTask());
        for (const each of asCompleted(rest.slice(0, 2))) {
          try {
            log.push(yield* each);
          } catch (error) {
            log.push((error as Error).name);
          }
        }
        return log;
      }
      case "spawn quickly":
        createTask(this.all([], name));
        return undefined;
      case "name?":
        return currentTask()!.getName();
      case "tasks?":
        return allTasks().length;
      case "set variable":
        this.#variable.set(name);
        return undefined;
      case "variable?":
        return this.#variable.get();
      case "raise":
        throw new RangeError(name);
      case "soon":
        getRunningLoop().callSoon(() => void cells.log.push(name));
        return undefined;
      case "when done":
        other.addDoneCallback(() => void cells.log.push(name));
        return undefined;
      case "limit":
        return yield* timeout(10, () => this.all([IO], name));
      case "choose":
        return choose("which?", [0, 1]);
      case "check":
        check(cells.numbers[0]! % 3 !== 0, `cell at ${name}`);
        return undefined;
    }
  }
}

const IO: Operation = { kind: "io", which: 0, inner: [] };
const READ: Operation = { kind: "read", which: 0, inner: [] };
const RAISE: Operation = { kind: "raise", which: 0, inner: [] };
