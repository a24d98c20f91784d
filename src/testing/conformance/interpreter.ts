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

import type { Adapter, Coroutine, Variable } from "./adapter.ts";
import { doLater } from "./later.ts";
import { doNow } from "./now.ts";
import {
  type Block,
  DEFAULT_SCRIPT,
  type Item,
  type Program,
  type Statement,
  type Value,
} from "./program.ts";
import { inTime, OutOfTime } from "./in_time.ts";
import { show } from "./show.ts";
import { type Frame, GivenUp, type Running, type World } from "./world.ts";

/** More steps than this take only loops that run something again and again. */
const MOST_STEPS = 2000;

/** A program on a loop. */
export class Interpreter implements World {
  readonly adapter: Required<Adapter>;
  readonly loop: unknown;
  /** What the program has said. */
  readonly lines: string[] = [];
  /** What the interpreter itself has to say against the loop. */
  complaint: string | null = null;
  readonly #program: Program;
  readonly #objects = new Map<string, unknown>();
  readonly #callbacks = new Map<string, (it?: unknown) => void>();
  #steps = 0;
  #over = false;

  /**
   * Makes a loop for a program.
   *
   * @param adapter the loop; it has the operations that the program needs
   * @param program the program
   */
  constructor(adapter: Adapter, program: Program) {
    this.adapter = adapter as Required<Adapter>;
    this.#program = program;
    this.loop = adapter.makeLoop();
    // Else a loop may write its errors to the console.
    adapter.setExceptionHandler?.(this.loop, () => {});
  }

  /** Runs the script; with it, the loop. */
  async runScript(): Promise<void> {
    const frame: Frame = { who: "script", locals: new Map() };
    for (const statement of this.#program.script ?? DEFAULT_SCRIPT) {
      if (statement[0] === "run") {
        await inTime(this.adapter.run(this.loop));
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
      const result = this.adapter.runMain(this.loop, this.body(body));
      this.say("script", `returns ${this.show(await inTime(result))}`);
    } catch (error) {
      if (error instanceof OutOfTime) throw error;
      this.say("script", `throws ${this.show(error)}`);
    }
  }

  // What the bodies are made of.

  /** A coroutine that runs a body. */
  *body(name: string): Coroutine {
    const block = this.#program.coroutines![name]!;
    const frame: Frame = { who: name, locals: new Map() };
    const returned = yield* this.block(block, frame);
    return returned?.value;
  }

  /** The function of a name; always the same, so that it can be removed. */
  callback(name: string): (it?: unknown) => void {
    const known = this.#callbacks.get(name);
    if (known !== undefined) return known;
    const block = this.#program.callbacks![name]!;
    const callback = (it?: unknown) => {
      const locals = new Map([["it", it]]);
      this.#finish(this.block(block, { who: name, locals }));
    };
    this.#callbacks.set(name, callback);
    return callback;
  }

  #finish(running: Generator<unknown, unknown, unknown>): void {
    if (running.next().done) return;
    this.complaint ??= "A callback waited; only coroutines can";
  }

  *block(block: Block, frame: Frame): Running {
    for (const statement of block) {
      const returned = yield* this.#statement(statement, frame);
      if (returned !== undefined) return returned;
    }
    return undefined;
  }

  *#statement(s: Statement, frame: Frame): Running {
    if (this.#over) throw new GivenUp("Program was given up");
    if (++this.#steps > MOST_STEPS) {
      this.complaint =
        `The program took more than ${MOST_STEPS} steps; the loop runs something again and again`;
      this.#over = true;
      throw new GivenUp(this.complaint);
    }
    if (doNow(this, s, frame)) return undefined;
    return yield* doLater(this, s, frame);
  }

  // Values.

  get(value: Value, frame: Frame): unknown {
    if (typeof value !== "object" || value === null) return value;
    const [word, name] = value;
    if (word === "get") return frame.locals.get(name);
    if (word === "do") return this.call(name, value[2], value[3], frame);
    const object = this.object(name, frame);
    switch (word) {
      case "read":
        return (object as Variable).get();
      case "same":
        return object === this.object(value[2], frame);
      case "removeDoneCallback":
        return this.adapter.removeDoneCallback(
          object,
          this.callback(value[2]),
        );
      default:
        return this.adapter[word](object);
    }
  }

  call(
    name: string,
    method: string,
    args: readonly Value[] | undefined,
    frame: Frame,
  ): unknown {
    const object = this.object(name, frame) as Record<string, unknown>;
    const found = object[method];
    if (typeof found !== "function") {
      throw new TypeError(
        `The ${name} that the adapter made has no method ${method}()`,
      );
    }
    return found.apply(
      object,
      (args ?? []).map((each) => this.get(each, frame)),
    );
  }

  object(name: string, frame: Frame): unknown {
    if (name === "self") return this.adapter.currentTask(this.loop);
    if (name === "it") return frame.locals.get("it");
    return this.#objects.get(name);
  }

  item(item: Item, frame: Frame): unknown {
    return typeof item === "string"
      ? this.object(item, frame)
      : this.body(item[1]);
  }

  keep(name: string | undefined, object: unknown): void {
    if (name !== undefined) this.#objects.set(name, object);
  }

  // Words.

  say(who: string, text: string): void {
    if (this.#over) return;
    const time = this.adapter.time?.(this.loop) ?? 0;
    this.lines.push(`${time} ${who} ${text}`);
  }

  show(value: unknown): string {
    return show(value, (error) => this.isCancellation(error));
  }

  isCancellation(error: unknown): boolean {
    return this.adapter.isCancellation?.(error) ??
      (error instanceof Error && error.name === "CancelledError");
  }

  namesOf(futures: Iterable<unknown>): string {
    const names = Array.from(futures, (each) => this.#nameOf(each));
    return `[${names.sort().join(", ")}]`;
  }

  #nameOf(object: unknown): string {
    for (const [name, each] of this.#objects) if (each === object) return name;
    return "?";
  }
}
