/**
 * Runs a program of the suite against an adapter, and writes down what it says.
 *
 * One interpreter serves scripts, callbacks and coroutines: each is a block of
 * statements run by a generator. A coroutine's generator is handed to the loop
 * and yields what the loop's own waits yield; that of a callback must come to its
 * end without yielding.
 *
 * The loop on the other side may be broken in any way. So nothing here trusts it
 * to stop: a program that takes more steps than any of the suite's needs is given
 * up, and from then on each of its bodies ends where it begins.
 *
 * @module
 */

import type { Adapter, Coroutine, Variable, Wait } from "./adapter.ts";
import {
  type Block,
  type Caught,
  DEFAULT_SCRIPT,
  type Item,
  type Program,
  type Statement,
  type Value,
} from "./program.ts";
import { Boom, show } from "./show.ts";

/** More steps than this take only loops that run something again and again. */
const MOST_STEPS = 2000;

/** So long may a run whose promise does not settle take, in milliseconds. */
const LONGEST_RUN = 2000;

/** What became of a run. */
export interface Run {
  /** What the program said: `<milliseconds> <who> <text>`. */
  readonly lines: readonly string[];
  /** What went wrong outside of the program, `null` for nothing. */
  readonly problem: string | null;
}

/**
 * Runs a program.
 *
 * @param adapter the loop; it has the operations that the program needs
 * @param program the program
 * @returns what it said, and what went wrong
 */
export async function runProgram(
  adapter: Adapter,
  program: Program,
): Promise<Run> {
  let interpreter: Interpreter | undefined;
  let problem: string | null = null;
  try {
    interpreter = new Interpreter(adapter, program);
    await interpreter.runScript();
  } catch (error) {
    problem = describe(error);
  }
  interpreter?.giveUp();
  return {
    lines: interpreter?.lines ?? [],
    problem: interpreter?.complaint ?? problem,
  };
}

/** Where a statement stands. */
interface Frame {
  readonly who: string;
  /** What waits have given, and the error that was caught. */
  readonly locals: Map<string, unknown>;
  /** Starts a task in the group around the statement. */
  readonly groupTask?: (coroutine: Coroutine) => unknown;
}

/** A `return` on its way out. */
interface Returned {
  readonly value: unknown;
}

/** The body of a program that was given up ends with this. */
class GivenUp extends Error {
  override readonly name = "GivenUp";
}

class Interpreter {
  readonly lines: string[] = [];
  /** What the interpreter itself has to say against the loop. */
  complaint: string | null = null;
  readonly #adapter: Required<Adapter>;
  readonly #program: Program;
  readonly #loop: unknown;
  readonly #objects = new Map<string, unknown>();
  readonly #callbacks = new Map<string, (it?: unknown) => void>();
  #steps = 0;
  #over = false;

  constructor(adapter: Adapter, program: Program) {
    this.#adapter = adapter as Required<Adapter>;
    this.#program = program;
    this.#loop = adapter.makeLoop();
    // Else a loop may write its errors to the console.
    adapter.setExceptionHandler?.(this.#loop, () => {});
  }

  /** Runs the script; with it, the loop. */
  async runScript(): Promise<void> {
    const frame: Frame = { who: "script", locals: new Map() };
    for (const statement of this.#program.script ?? DEFAULT_SCRIPT) {
      if (statement[0] === "run") {
        await inTime(this.#adapter.run(this.#loop));
      } else if (statement[0] === "runMain") {
        await this.#runMain(statement[1]);
      } else {
        this.#finish(this.#statement(statement, frame));
      }
      if (this.complaint !== null) return;
    }
  }

  /** Whatever the loop still runs is not heard. */
  giveUp(): void {
    this.#over = true;
  }

  async #runMain(body: string): Promise<void> {
    try {
      const result = this.#adapter.runMain(this.#loop, this.#body(body));
      this.#say("script", `returns ${this.#show(await inTime(result))}`);
    } catch (error) {
      if (error instanceof OutOfTime) throw error;
      this.#say("script", `throws ${this.#show(error)}`);
    }
  }

  // What the bodies are made of.

  /** A coroutine that runs a body. */
  *#body(name: string): Coroutine {
    const block = this.#program.coroutines![name]!;
    const frame: Frame = { who: name, locals: new Map() };
    const returned = yield* this.#block(block, frame);
    return returned?.value;
  }

  /** The function of a name; always the same, so that it can be removed. */
  #callback(name: string): (it?: unknown) => void {
    const known = this.#callbacks.get(name);
    if (known !== undefined) return known;
    const block = this.#program.callbacks![name]!;
    const callback = (it?: unknown) => {
      const locals = new Map([["it", it]]);
      this.#finish(this.#block(block, { who: name, locals }));
    };
    this.#callbacks.set(name, callback);
    return callback;
  }

  #finish(running: Generator<unknown, unknown, unknown>): void {
    if (running.next().done) return;
    this.complaint ??= "A callback waited; only coroutines can";
  }

  *#block(
    block: Block,
    frame: Frame,
  ): Generator<unknown, Returned | undefined, unknown> {
    for (const statement of block) {
      const returned = yield* this.#statement(statement, frame);
      if (returned !== undefined) return returned;
    }
    return undefined;
  }

  *#statement(
    s: Statement,
    frame: Frame,
  ): Generator<unknown, Returned | undefined, unknown> {
    if (this.#over) throw new GivenUp("Program was given up");
    if (++this.#steps > MOST_STEPS) {
      this.complaint =
        `The program took more than ${MOST_STEPS} steps; the loop runs something again and again`;
      this.#over = true;
      throw new GivenUp(this.complaint);
    }
    const adapter = this.#adapter;
    const loop = this.#loop;
    switch (s[0]) {
      case "log": {
        const values = s.slice(1) as Value[];
        const shown = values.map((each) => this.#show(this.#get(each, frame)));
        this.#say(frame.who, shown.join(" "));
        return;
      }
      case "callSoon":
        this.#keep(s[2], adapter.callSoon(loop, this.#plain(s[1])));
        return;
      case "callLater":
        this.#keep(s[3], adapter.callLater(loop, s[1], this.#plain(s[2])));
        return;
      case "callAt":
        this.#keep(s[3], adapter.callAt(loop, s[1], this.#plain(s[2])));
        return;
      case "cancelHandle":
        adapter.cancelHandle(this.#object(s[1], frame));
        return;
      case "stop":
        adapter.stop(loop);
        return;
      case "close":
        adapter.close(loop);
        return;
      case "reportErrors":
        adapter.setExceptionHandler(loop, (error) => {
          if (!(error instanceof GivenUp)) {
            this.#say("handler", `hears ${this.#show(error)}`);
          }
        });
        return;
      case "future":
        this.#keep(s[1], adapter.createFuture(loop));
        return;
      case "foreignFuture":
        this.#keep(s[1], adapter.createFuture(adapter.makeLoop()));
        return;
      case "setResult":
        adapter.setResult(this.#object(s[1], frame), this.#get(s[2], frame));
        return;
      case "setException":
        adapter.setException(this.#object(s[1], frame), new Boom(s[2]));
        return;
      case "cancel":
        adapter.cancel(this.#object(s[1], frame));
        return;
      case "uncancel":
        adapter.uncancel(this.#object(s[1], frame));
        return;
      case "addDoneCallback":
        adapter.addDoneCallback(
          this.#object(s[1], frame),
          this.#callback(s[2]),
        );
        return;
      case "task":
        this.#keep(s[1], adapter.createTask(loop, this.#body(s[2])));
        return;
      case "eagerTask":
        this.#keep(s[1], adapter.createEagerTask(loop, this.#body(s[2])));
        return;
      case "groupTask":
        this.#keep(s[1], frame.groupTask!(this.#body(s[2])));
        return;
      case "await":
        return yield* this.#await(
          adapter.await(this.#object(s[1], frame)),
          frame,
          s[2],
        );
      case "call":
        return yield* this.#await(this.#body(s[1]), frame, s[2]);
      case "sleep":
        return yield* this.#await(adapter.sleep(loop, s[1]), frame);
      case "yieldNonsense":
        yield NONSENSE;
        return;
      case "raise":
        throw new Boom(s[1]);
      case "rethrow":
        throw frame.locals.get("error");
      case "return":
        return { value: this.#get(s[1], frame) };
      case "try":
        return yield* this.#try(s, frame);
      case "repeat":
        for (let turn = 0; turn < s[1]; turn++) {
          const returned = yield* this.#block(s[2], frame);
          if (returned !== undefined) return returned;
        }
        return;
      case "variable":
        this.#keep(s[1], adapter.createVariable(loop, this.#get(s[2], frame)));
        return;
      case "write":
        (this.#object(s[1], frame) as Variable).set(this.#get(s[2], frame));
        return;
      case "gather":
        this.#keep(
          s[1],
          adapter.gather(loop, this.#items(s[2], frame), s[3] ?? false),
        );
        return;
      case "shield":
        this.#keep(s[1], adapter.shield(loop, this.#item(s[2], frame)));
        return;
      case "wait": {
        const futures = this.#items(s[1], frame);
        const result = yield* adapter.wait(loop, futures, s[2], s[3]);
        const { done, pending } = result as Record<string, Iterable<unknown>>;
        this.#say(
          frame.who,
          `done ${this.#namesOf(done!)} pending ${this.#namesOf(pending!)}`,
        );
        return;
      }
      case "waitFor":
        return yield* this.#await(
          adapter.waitFor(loop, this.#item(s[1], frame), s[2]),
          frame,
          s[3],
        );
      case "timeout": {
        const body = () => this.#block(s[2], frame);
        const returned = yield* adapter.timeout(loop, s[1], body);
        return returned as Returned | undefined;
      }
      case "group": {
        const returned = yield* adapter.taskGroup(
          loop,
          (groupTask) => this.#block(s[1], { ...frame, groupTask }),
        );
        return returned as Returned | undefined;
      }
      case "asCompleted": {
        const futures = this.#items(s[1], frame);
        for (const next of adapter.asCompleted(loop, futures, s[2])) {
          try {
            this.#say(frame.who, `next ${this.#show(yield* next)}`);
          } catch (error) {
            this.#pass(error);
            this.#say(frame.who, `next ${this.#show(error)}`);
          }
        }
        return;
      }
      case "lock":
        this.#keep(s[1], adapter.createLock(loop));
        return;
      case "event":
        this.#keep(s[1], adapter.createEvent(loop));
        return;
      case "condition":
        this.#keep(s[1], adapter.createCondition(loop));
        return;
      case "semaphore":
        this.#keep(s[1], adapter.createSemaphore(loop, s[2]));
        return;
      case "queue":
        this.#keep(s[1], adapter.createQueue(loop, s[2]));
        return;
      case "barrier":
        this.#keep(s[1], adapter.createBarrier(loop, s[2]));
        return;
      case "do":
        this.#get(s, frame);
        return;
      case "awaitDo":
        return yield* this.#await(
          this.#call(s[1], s[2], s[3], frame) as Wait,
          frame,
          s[4],
        );
      default:
        throw new TypeError(`Program has no statement "${s[0]}"`);
    }
  }

  /** Waits, and keeps the result. */
  *#await(
    wait: Wait | Coroutine,
    frame: Frame,
    local?: string,
  ): Generator<unknown, undefined, unknown> {
    const result = yield* wait;
    if (local !== undefined) frame.locals.set(local, result);
  }

  *#try(
    [, block, caught, handler, cleanup = []]: Extract<
      Statement,
      readonly ["try", ...unknown[]]
    >,
    frame: Frame,
  ): Generator<unknown, Returned | undefined, unknown> {
    let isGivenUp = false;
    try {
      return yield* this.#block(block, frame);
    } catch (error) {
      isGivenUp = error instanceof GivenUp;
      if (isGivenUp || caught === null || !this.#catches(caught, error)) {
        throw error;
      }
      frame.locals.set("error", error);
      return yield* this.#block(handler, frame);
    } finally {
      if (!isGivenUp) yield* this.#block(cleanup, frame);
    }
  }

  #catches(caught: Caught, error: unknown): boolean {
    switch (caught) {
      case "Boom":
        return error instanceof Boom;
      case "cancellation":
        return this.#isCancellation(error);
      case "timeout":
        return error instanceof Error && error.name === "TimeoutError";
      case "error":
        return !this.#isCancellation(error);
      case "anything":
        return true;
    }
  }

  #isCancellation(error: unknown): boolean {
    return this.#adapter.isCancellation?.(error) ??
      (error instanceof Error && error.name === "CancelledError");
  }

  /** Errors of the interpreter and cancellations are nobody else's to catch. */
  #pass(error: unknown): void {
    if (error instanceof GivenUp || this.#isCancellation(error)) throw error;
  }

  // Values.

  #get(value: Value, frame: Frame): unknown {
    if (typeof value !== "object" || value === null) return value;
    const [word, name] = value;
    if (word === "get") return frame.locals.get(name);
    if (word === "do") return this.#call(name, value[2], value[3], frame);
    const object = this.#object(name, frame);
    switch (word) {
      case "read":
        return (object as Variable).get();
      case "same":
        return object === this.#object(value[2], frame);
      case "removeDoneCallback":
        return this.#adapter.removeDoneCallback(
          object,
          this.#callback(value[2]),
        );
      default:
        return this.#adapter[word](object);
    }
  }

  #call(
    name: string,
    method: string,
    args: readonly Value[] = [],
    frame: Frame,
  ): unknown {
    const object = this.#object(name, frame) as Record<string, unknown>;
    const found = object[method];
    if (typeof found !== "function") {
      throw new TypeError(`The object of create… has no method ${method}()`);
    }
    return found.apply(object, args.map((each) => this.#get(each, frame)));
  }

  #object(name: string, frame: Frame): unknown {
    if (name === "self") return this.#adapter.currentTask(this.#loop);
    if (name === "it") return frame.locals.get("it");
    return this.#objects.get(name);
  }

  #items(items: readonly Item[], frame: Frame): unknown[] {
    return items.map((item) => this.#item(item, frame));
  }

  #item(item: Item, frame: Frame): unknown {
    return typeof item === "string"
      ? this.#object(item, frame)
      : this.#body(item[1]);
  }

  #plain(name: string): () => void {
    const callback = this.#callback(name);
    return () => callback();
  }

  #keep(name: string | undefined, object: unknown): void {
    if (name !== undefined) this.#objects.set(name, object);
  }

  // Words.

  #say(who: string, text: string): void {
    if (this.#over) return;
    const time = this.#adapter.time?.(this.#loop) ?? 0;
    this.lines.push(`${time} ${who} ${text}`);
  }

  #show(value: unknown): string {
    return show(value, (error) => this.#isCancellation(error));
  }

  #namesOf(futures: Iterable<unknown>): string {
    const names = Array.from(futures, (each) => this.#nameOf(each));
    return `[${names.sort().join(", ")}]`;
  }

  #nameOf(object: unknown): string {
    for (const [name, each] of this.#objects) if (each === object) return name;
    return "?";
  }
}

/** What a coroutine yields that knows no better. */
const NONSENSE: unknown = Object.freeze({ nonsense: true });

class OutOfTime extends Error {
  override readonly name = "OutOfTime";
}

async function inTime(running: unknown): Promise<unknown> {
  if (typeof (running as PromiseLike<unknown> | null)?.then !== "function") {
    return running;
  }
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise((_, reject) => {
    timer = setTimeout(
      () =>
        reject(
          new OutOfTime(
            `The promise of run() did not settle within ${LONGEST_RUN} ms; the loop waits for something that never comes, or for the real clock`,
          ),
        ),
      LONGEST_RUN,
    );
  });
  try {
    return await Promise.race([running, late]);
  } finally {
    clearTimeout(timer);
  }
}

function describe(error: unknown): string {
  if (error instanceof OutOfTime) return error.message;
  if (!(error instanceof Error)) return `The loop threw ${String(error)}`;
  return `The loop threw ${error.name}: ${error.message}`;
}
