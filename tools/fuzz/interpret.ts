/**
 * Runs the fuzzer's programs on our loop: the twin of `interpret.py`.
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
  Timeout,
} from "../../mod.ts";
import {
  Boom,
  type Library,
  record,
  type Tape,
} from "../../tests/cpython/tape.ts";
import {
  type Block,
  type Catch,
  EVENTS,
  type Expression,
  LOCKS,
  type Program,
  type Statement,
} from "./program.ts";

const LONGEST_RUN = 400;

/** What happened in a run beside its trace. */
export class Coverage {
  readonly productions = new Set<string>();
  /** A cancellation went through a `finally`. */
  cancelledInFinally = false;
}

export function run(
  library: Library,
  program: Program,
  options: { traced?: boolean; coverage?: Coverage; longest?: number } = {},
): string[] {
  return record(
    library,
    (tape) => new Interpreter(library, program, tape, options.coverage).main(),
    options,
  );
}

type Signal = readonly [number] | undefined;

interface Frame {
  readonly group: TaskGroup | null;
  readonly limit: Timeout | null;
}

const NO_FRAME: Frame = { group: null, limit: null };

class Interpreter {
  readonly #lib: Library;
  readonly #program: Program;
  readonly #tape: Tape;
  readonly #coverage: Coverage | undefined;
  readonly #slots: (Future<unknown> | undefined)[] = [];
  readonly #plain = new Set<Future<unknown>>();
  readonly #handles: (Handle | undefined)[] = [];
  readonly #doneCallbacks: ((future: Future<unknown>) => void)[];
  readonly #locks: Lock[];
  readonly #events: Event[];
  readonly #conditions: Condition[];
  readonly #counts: number[] = [0, 0];
  readonly #semaphores: Semaphore[];
  readonly #barriers: Barrier[];
  readonly #queues: Queue<number>[];
  readonly #variable: ContextVar<number>;
  readonly #awaited = new Map<unknown, unknown>();
  readonly #gathered = new Map<unknown, unknown[]>();
  #lastGroup: TaskGroup | null = null;
  #steps = 0;

  constructor(
    lib: Library,
    program: Program,
    tape: Tape,
    coverage: Coverage | undefined,
  ) {
    this.#lib = lib;
    this.#program = program;
    this.#tape = tape;
    this.#coverage = coverage;
    this.#doneCallbacks = program.callbacks.map((_, index) => (future) => {
      this.#tape.log("done", index, future.cancelled());
      this.#callback(index);
    });
    this.#locks = Array.from({ length: LOCKS }, () => new lib.Lock());
    this.#events = Array.from({ length: EVENTS }, () => new lib.Event());
    this.#conditions = [new lib.Condition(), new lib.Condition(this.#locks[1])];
    this.#semaphores = program.semaphores.map(([value, bounded]) =>
      bounded ? new lib.BoundedSemaphore(value) : new lib.Semaphore(value)
    );
    this.#barriers = program.barriers.map((parties) =>
      new lib.Barrier(parties)
    );
    const kinds = {
      fifo: lib.Queue,
      lifo: lib.LifoQueue,
      priority: lib.PriorityQueue,
    };
    this.#queues = program.queues.map(([kind, size]) =>
      new kinds[kind]<number>(size)
    );
    this.#variable = new lib.ContextVar<number>("variable", {
      defaultValue: 0,
    });
  }

  *main(): Coroutine<unknown> {
    if (this.#program.eager) {
      this.#loop.setTaskFactory(this.#lib.eagerTaskFactory);
    }
    return yield* this.#body(0);
  }

  get #loop() {
    return this.#lib.getRunningLoop();
  }

  *#body(index: number, siblings?: unknown[]): Coroutine<unknown> {
    siblings?.push(this.#lib.currentTask());
    const returned = yield* this.#run(this.#program.bodies[index]!, NO_FRAME);
    return returned?.[0];
  }

  #callback(index: number): void {
    for (const statement of this.#program.callbacks[index]!) {
      if (++this.#steps > LONGEST_RUN) return;
      this.#coverage?.productions.add(statement[0]);
      this.#now(statement, NO_FRAME);
    }
  }

  *#run(block: Block, frame: Frame): Coroutine<Signal> {
    for (const statement of block) {
      if (++this.#steps > LONGEST_RUN) return undefined;
      this.#coverage?.productions.add(statement[0]);
      if (this.#now(statement, frame) !== true) continue;
      const returned = yield* this.#later(statement, frame);
      if (returned !== undefined) return returned;
    }
    return undefined;
  }

  /** Does what takes no time; gives `true` for what has to wait. */
  #now(s: Statement, frame: Frame): boolean | void {
    const lib = this.#lib;
    const log = this.#tape.log;
    switch (s[0]) {
      case "log":
        return log(s[1]);
      case "raise":
        throw new Boom(String(s[1]));
      case "start": {
        const made = this.#make(s[2]);
        if (made !== undefined) this.#slots[s[1]] = made as Future<unknown>;
        return;
      }
      case "cancel": {
        const future = this.#slots[s[1]];
        if (future === undefined) return log("nothing");
        return log("cancel", future.cancel(s[2] ?? undefined));
      }
      case "cancelSelf":
        lib.currentTask()!.cancel();
        return;
      case "uncancel": {
        const task = lib.currentTask()!;
        return log("uncancel", task.cancelling(), task.uncancel());
      }
      case "state":
        return this.#logState(this.#slots[s[1]]);
      case "reschedule": {
        if (frame.limit === null) return log("nothing");
        log("expired", frame.limit.expired());
        frame.limit.reschedule(s[1] === null ? null : this.#loop.time() + s[1]);
        return;
      }
      case "groupTask": {
        const group = frame.group ?? this.#lastGroup;
        if (group === null) return log("nothing");
        this.#slots[s[1]] = this.#task(
          (coroutine, options) => group.createTask(coroutine, options),
          s[2],
          s[3],
          false,
        );
        return;
      }
      case "setResult":
        return this.#settle(s[1], (future) => future.setResult(s[2]));
      case "setError":
        return this.#settle(
          s[1],
          (future) => future.setException(new Boom(String(s[2]))),
        );
      case "onDone": {
        const future = this.#slots[s[1]];
        if (future === undefined) return log("nothing");
        future.addDoneCallback(this.#doneCallbacks[s[2]]!);
        return;
      }
      case "removeOnDone": {
        const future = this.#slots[s[1]];
        if (future === undefined) return log("nothing");
        return log(
          "removed",
          future.removeDoneCallback(this.#doneCallbacks[s[2]]!),
        );
      }
      case "callSoon":
        this.#handles[s[1]] = this.#loop.callSoon(() => this.#callback(s[2]));
        return;
      case "callLater":
        this.#handles[s[1]] = this.#loop.callLater(
          s[2],
          () => this.#callback(s[3]),
        );
        return;
      case "cancelHandle": {
        const handle = this.#handles[s[1]];
        if (handle === undefined) return log("nothing");
        handle.cancel();
        return;
      }
      case "setVariable":
        this.#variable.set(s[1]);
        return;
      case "getVariable":
        return log("variable", this.#variable.get());
      case "allTasks":
        return log("tasks", lib.allTasks());
      case "currentTask":
        return log("current", lib.currentTask());
      case "release":
        return this.#locks[s[1]]!.release();
      case "releasePermit":
        return this.#semaphores[s[1]]!.release();
      case "count":
        this.#counts[s[1]]!++;
        return;
      case "notify":
        if (s[2] === null) this.#conditions[s[1]]!.notifyAll();
        else this.#conditions[s[1]]!.notify(s[2]);
        return;
      case "eventSet":
        return this.#events[s[1]]!.set();
      case "eventClear":
        return this.#events[s[1]]!.clear();
      case "putNowait":
        return this.#queues[s[1]]!.putNowait(s[2]);
      case "getNowait":
        return log("item", this.#queues[s[1]]!.getNowait());
      case "taskDone":
        return this.#queues[s[1]]!.taskDone();
      case "shutdown":
        return this.#queues[s[1]]!.shutdown({ immediate: s[2] });
      default:
        return true;
    }
  }

  *#later(s: Statement, frame: Frame): Coroutine<Signal> {
    const lib = this.#lib;
    const log = this.#tape.log;
    switch (s[0]) {
      case "sleep":
        yield* lib.sleep(s[1]);
        return;
      case "return":
        return [s[1]];
      case "repeat":
        for (let i = 0; i < s[1]; i++) {
          const returned = yield* this.#run(s[2], frame);
          if (returned !== undefined) return returned;
        }
        return;
      case "try":
        return yield* this.#try(s[1], s[2], s[3], s[4], frame);
      case "await": {
        const made = this.#make(s[1]);
        if (made === undefined) return void log("nothing");
        if (this.#leadsBack(made)) return void log("circle");
        return yield* this.#waiting(made, function* () {
          log("got", yield* made as Coroutine<unknown>);
        });
      }
      case "wait": {
        const futures = s[1].map((slot) => this.#slots[slot])
          .filter((future) => future !== undefined);
        const { done, pending } = yield* lib.wait(futures, {
          timeout: s[2],
          returnWhen: s[3],
        });
        return void log("waited", done.size, pending.size);
      }
      case "waitFor": {
        const made = this.#make(s[1]);
        if (made === undefined) return void log("nothing");
        if (this.#leadsBack(made)) return void log("circle");
        return yield* this.#waiting(made, function* () {
          log("in time", yield* lib.waitFor(made, s[2]));
        });
      }
      case "asCompleted":
        for (
          const each of lib.asCompleted(this.#makeAll(s[1]), { timeout: s[2] })
        ) {
          try {
            log("next", yield* each);
          } catch (error) {
            if (lib.isCancelled(error)) throw error;
            log("next", error);
          }
        }
        return;
      case "timeout": {
        return yield* lib.timeout(
          s[1],
          (limit) => this.#run(s[2], { ...frame, limit }),
        );
      }
      case "group":
        return yield* lib.taskGroup((group) => {
          this.#lastGroup = group;
          return this.#run(s[1], { ...frame, group });
        });
      case "withLock":
        return yield* this.#holding(this.#locks[s[1]]!, s[2], frame);
      case "withSemaphore":
        return yield* this.#holding(this.#semaphores[s[1]]!, s[2], frame);
      case "withCondition":
        return yield* this.#holding(this.#conditions[s[1]]!, s[2], frame);
      case "acquire":
        yield* this.#locks[s[1]]!.acquire();
        return;
      case "acquirePermit":
        yield* this.#semaphores[s[1]]!.acquire();
        return;
      case "conditionWait":
        return void log("notified", yield* this.#conditions[s[1]]!.wait());
      case "conditionWaitFor":
        yield* this.#conditions[s[1]]!.waitFor(() =>
          this.#counts[s[1]]! >= s[2]
        );
        return;
      case "eventWait":
        return void log("event", yield* this.#events[s[1]]!.wait());
      case "barrierWait":
        return void log("barrier", yield* this.#barriers[s[1]]!.wait());
      case "barrierAbort":
        yield* this.#barriers[s[1]]!.abort();
        return;
      case "barrierReset":
        yield* this.#barriers[s[1]]!.reset();
        return;
      case "put":
        yield* this.#queues[s[1]]!.put(s[2]);
        return;
      case "get":
        return void log("item", yield* this.#queues[s[1]]!.get());
      case "join":
        yield* this.#queues[s[1]]!.join();
        return;
      default:
        throw new TypeError(`Unknown statement ${JSON.stringify(s)}`);
    }
  }

  *#try(
    body: Block,
    kind: Catch | null,
    handler: Block,
    cleanup: Block | null,
    frame: Frame,
  ): Coroutine<Signal> {
    try {
      try {
        return yield* this.#run(body, frame);
      } catch (error) {
        if (
          this.#coverage !== undefined && cleanup !== null &&
          this.#lib.isCancelled(error)
        ) this.#coverage.cancelledInFinally = true;
        if (kind === null || !this.#catches(kind, error)) throw error;
        this.#tape.log("caught", error);
        return yield* this.#run(handler, frame);
      }
    } finally {
      if (cleanup !== null) {
        const returned = yield* this.#run(cleanup, frame);
        if (returned !== undefined) this.#tape.log("kept", returned[0]);
      }
    }
  }

  #catches(kind: Catch, error: unknown): boolean {
    if (kind === "any") return true;
    return this.#lib.isCancelled(error) === (kind === "cancelled");
  }

  *#holding(
    lock: { acquire(): Coroutine<Disposable>; release(): void },
    block: Block,
    frame: Frame,
  ): Coroutine<Signal> {
    const held = yield* lock.acquire();
    try {
      return yield* this.#run(block, frame);
    } finally {
      held[Symbol.dispose]();
    }
  }

  #logState(future: Future<unknown> | undefined): void {
    const log = this.#tape.log;
    if (future === undefined) log("nothing");
    else if (!future.done()) log("pending");
    else if (future.cancelled()) log("cancelled");
    else if (future.exception() !== undefined) {
      log("failed", future.exception());
    } else log("result", future.result());
  }

  #settle(slot: number, change: (future: Future<unknown>) => void): void {
    const future = this.#slots[slot];
    if (future === undefined || !this.#plain.has(future)) {
      return this.#tape.log("nothing");
    }
    change(future);
  }

  #make(expression: Expression): Awaitable<unknown> | undefined {
    this.#coverage?.productions.add(expression[0]);
    switch (expression[0]) {
      case "slot":
        return this.#slots[expression[1]];
      case "call":
        return this.#body(expression[1]);
      case "sleep":
        return this.#lib.sleep(expression[1], expression[2]);
      case "task":
        return this.#task(
          this.#lib.createTask,
          expression[1],
          expression[2],
          expression[3],
        );
      case "gather":
        return this.#gather(expression[1], expression[2]);
      case "shield": {
        const inner = this.#make(expression[1]);
        return inner === undefined ? undefined : this.#lib.shield(inner);
      }
      case "future":
        return this.#plainFuture();
    }
  }

  #plainFuture(): Future<unknown> {
    const future = this.#loop.createFuture();
    this.#plain.add(future);
    return future;
  }

  #makeAll(expressions: readonly Expression[]): Awaitable<unknown>[] {
    return expressions.map((each) => this.#make(each))
      .filter((made) => made !== undefined);
  }

  #gather(
    expressions: readonly Expression[],
    returnExceptions: boolean,
  ): Future<unknown> {
    const items: Awaitable<unknown>[] = [];
    const children: unknown[] = [];
    for (const expression of expressions) {
      if (expression[0] === "call") {
        this.#coverage?.productions.add("call");
        items.push(this.#body(expression[1], children));
        continue;
      }
      const made = this.#make(expression);
      if (made === undefined) continue;
      items.push(made);
      if (expression[0] !== "sleep") children.push(made);
    }
    const outer: Future<unknown> = returnExceptions
      ? this.#lib.gather(items, { returnExceptions: true })
      : this.#lib.gather(items);
    this.#gathered.set(outer, children);
    return outer;
  }

  #task(
    create: (
      coroutine: Coroutine<unknown>,
      options?: TaskOptions,
    ) => Task<unknown>,
    body: number,
    eager: boolean,
    named: boolean,
  ): Task<unknown> {
    return create(this.#body(body), {
      ...(eager ? { eagerStart: true } : {}),
      ...(named ? { name: `b${body}` } : {}),
    });
  }

  // A circle of tasks that wait for each other can't be cancelled: cancel()
  // would go round and round.

  #leadsBack(future: unknown): boolean {
    const task = this.#lib.currentTask();
    const seen = new Set<unknown>();
    const open = [future];
    while (open.length > 0) {
      const each = open.pop();
      if (seen.has(each)) continue;
      seen.add(each);
      if (each === task) return true;
      const next = this.#awaited.get(each);
      if (next !== undefined) open.push(next);
      open.push(...this.#gathered.get(each) ?? []);
    }
    return false;
  }

  *#waiting(
    future: unknown,
    body: () => Coroutine<void>,
  ): Coroutine<Signal> {
    const task = this.#lib.currentTask();
    const before = this.#awaited.get(task);
    this.#awaited.set(task, future);
    try {
      yield* body();
    } finally {
      this.#awaited.set(task, before);
    }
    return undefined;
  }
}
