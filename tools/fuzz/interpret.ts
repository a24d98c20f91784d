/**
 * Runs the fuzzer's programs on our loop: the twin of `interpret.py`.
 *
 * @module
 */
import type { Coroutine, TaskGroup, Timeout } from "../../mod.ts";
import {
  type Library,
  record,
  type RecordOptions,
  type Tape,
} from "../cpython/tape.ts";
import type { Journal } from "./journal.ts";
import { laterNames, runLater } from "./later.ts";
import { nowNames, runNow } from "./now.ts";
import { type Block, EXPRESSIONS, type Program } from "./program.ts";
import { World } from "./world.ts";

/** A longer run is cut off, here and there after the same statement. */
const LONGEST_RUN = 400;

/**
 * Runs a program on virtual time.
 *
 * @param library the library, or a copy of it with a bug
 * @param program the program
 * @param options how to record it, and where to note what it did
 * @returns the lines of its tape
 */
export function interpret(
  library: Library,
  program: Program,
  options: RecordOptions & { journal?: Journal } = {},
): string[] {
  return record(
    library,
    (tape) => new Interpreter(library, program, tape, options.journal).main(),
    options,
  );
}

/** The names of all that can stand in a program. */
export function productions(): string[] {
  return [...nowNames(), ...laterNames(), ...EXPRESSIONS];
}

/** What a block returned, in a list; nothing when it ran to its end. */
export type Returned = readonly [result: number] | undefined;

/** What is around a statement. */
export interface Frame {
  readonly group: TaskGroup | null;
  readonly limit: Timeout | null;
}

const OUTSIDE: Frame = { group: null, limit: null };

/** Runs one program. */
export class Interpreter {
  readonly world: World;
  readonly log: Tape["log"];
  readonly journal: Journal | undefined;
  readonly #program: Program;
  #statements = 0;

  constructor(
    library: Library,
    program: Program,
    tape: Tape,
    journal: Journal | undefined,
  ) {
    this.#program = program;
    this.log = tape.log;
    this.journal = journal;
    this.world = new World(library, program, this);
  }

  *main(): Coroutine<unknown> {
    const { library } = this.world;
    if (this.#program.eager) {
      library.getRunningLoop().setTaskFactory(library.eagerTaskFactory);
    }
    return yield* this.body(0);
  }

  /** Runs a body; a child of `gather` enters itself among its siblings. */
  *body(index: number, siblings?: unknown[]): Coroutine<unknown> {
    siblings?.push(this.world.library.currentTask());
    const returned = yield* this.block(this.#program.bodies[index]!, OUTSIDE);
    return returned?.[0];
  }

  callback(index: number): void {
    for (const statement of this.#program.callbacks[index]!) {
      if (this.#isOver()) return;
      this.journal?.does(statement);
      runNow(this, statement, OUTSIDE);
    }
  }

  *block(block: Block, frame: Frame): Coroutine<Returned> {
    for (const statement of block) {
      if (this.#isOver()) return undefined;
      this.journal?.does(statement);
      if (runNow(this, statement, frame)) continue;
      const returned = yield* runLater(this, statement, frame);
      if (returned !== undefined) return returned;
    }
    return undefined;
  }

  #isOver(): boolean {
    if (++this.#statements <= LONGEST_RUN) return false;
    this.journal?.cutsOff();
    return true;
  }
}
