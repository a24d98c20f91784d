/**
 * The record of a run of ours, in the words of `tape.py`.
 *
 * @module
 */
import type {
  Coroutine,
  EventLoop,
  ExceptionContext,
  TraceEvent,
} from "../../mod.ts";

/** The library, or a copy of it. */
export type Library = typeof import("../../mod.ts");

/** What was recorded, as far as programs and their runner need it. */
export class Tape {
  /** A line for each step of a task and for each `log`. */
  readonly lines: string[] = [];
  readonly #library: Library;
  readonly #longest: number;
  #pass = 0;
  #loop: EventLoop | null = null;

  constructor(library: Library, longest = Infinity) {
    this.#library = library;
    this.#longest = longest;
  }

  /** Hears the loop. */
  record(event: TraceEvent): void {
    switch (event.kind) {
      case "pass":
        this.#pass = event.pass;
        break;
      case "started":
      case "resumed":
      case "suspended":
      case "finished":
      case "failed":
      case "cancelled":
        this.#write(event.time, event.pass, `${event.name} ${event.kind}`);
    }
  }

  /** What programs say. */
  readonly log = (...values: unknown[]): void => {
    this.write(`| ${values.map((value) => this.show(value)).join(" ")}`);
  };

  write(text: string): void {
    this.#write(this.#loop!.time(), this.#pass, text);
  }

  /** Hears the loop's exception handler. */
  listen(loop: EventLoop): void {
    this.#loop = loop;
    loop.setExceptionHandler((_, context) => this.#report(context));
  }

  #report({ message, exception }: ExceptionContext): void {
    const found = REPORTS.find(([pattern]) => pattern.test(message));
    const kind = found === undefined ? message : found[1];
    if (kind !== null) this.write(`! ${kind} ${this.show(exception)}`);
  }

  #write(time: number, pass: number, text: string): void {
    if (this.lines.push(`${time} ${pass} ${text}`) > this.#longest) {
      throw new RunawayError(`More than ${this.#longest} lines`);
    }
  }

  show(value: unknown): string {
    if (value === undefined || value === null) return "none";
    if (value instanceof Error) return this.#showError(value);
    if (value instanceof this.#library.Task) return value.getName();
    if (value instanceof this.#library.Future) return "future";
    if (typeof value === "object") {
      const items = Array.from(value as Iterable<unknown>);
      return `[${items.map((item) => this.show(item)).join(", ")}]`;
    }
    return String(value);
  }

  #showError(error: Error): string {
    if (error instanceof this.#library.ExceptionGroup) {
      return `ExceptionGroup${this.show(error.errors)}`;
    }
    const name = NAMES[error.name] ?? error.name;
    if (
      error instanceof Boom || error instanceof this.#library.CancelledError
    ) {
      return error.message === "" ? name : `${name}(${error.message})`;
    }
    return name;
  }
}

/** The program of a mutated loop never ends. */
export class RunawayError extends Error {
  override readonly name = "RunawayError";
}

/** The error that programs throw on purpose. */
export class Boom extends Error {
  override readonly name = "Boom";
}

const REPORTS: readonly [RegExp, string | null][] = [
  [/never retrieved/, null],
  [/was destroyed but it is pending/, null],
  [/^Exception in callback/, "callback"],
  [/exception in shielded future/, "shield"],
  [/failed after the group's parent was over/, "group"],
  [/shutting down/, "shutdown"],
];

/** What Python calls it. */
const NAMES: Readonly<Record<string, string>> = {
  Error: "RuntimeError",
  RangeError: "ValueError",
  DeadlockError: "Deadlock",
  ReferenceError: "LookupError",
};

/** How a program is recorded. */
export interface RecordOptions {
  /** Whether the loop has a trace; without one, only `log` is heard. */
  readonly traced?: boolean;
  /** A program that writes more lines is stopped: its loop must have a bug. */
  readonly longest?: number;
}

/**
 * Runs a program on virtual time.
 *
 * @param library the library, or a copy of it with a bug
 * @param makeMain gets the tape; makes the coroutine of the main task
 * @param options how to record
 * @returns the tape's lines
 */
export function record(
  library: Library,
  makeMain: (tape: Tape) => Coroutine<unknown>,
  { traced = true, longest = Infinity }: RecordOptions = {},
): string[] {
  const tape = new Tape(library, longest);
  try {
    const result = library.runSync(
      function* () {
        tape.listen(library.getRunningLoop());
        return yield* makeMain(tape);
      },
      traced ? { trace: tape } : {},
    );
    tape.write(`= ${tape.show(result)}`);
  } catch (error) {
    if (!(error instanceof RunawayError)) tape.write(`= ${tape.show(error)}`);
  }
  return tape.lines;
}
