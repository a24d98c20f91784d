/**
 * Runs the programs of the book for their tests and keeps what they print.
 *
 * @module
 */

import {
  type Coroutine,
  run,
  runSync,
  Trace,
  type TraceEvent,
} from "../mod.ts";

/** A coroutine, or a program that runs its own loop or none. */
export type Program = () => Coroutine<unknown> | Promise<unknown> | void;

/** One printed line and when it was printed. */
export interface PrintedLine {
  /** The text. */
  readonly text: string;
  /** The loop's time in milliseconds. */
  readonly time: number;
  /** The pass it was printed in. */
  readonly pass: number;
}

/** Runs a coroutine at once, on virtual time: what it prints, and when. */
export function printedBy(main: () => Coroutine<unknown>): PrintedLine[] {
  const trace = new Trace();
  const listening = trace.listen(console, { echo: false });
  try {
    runSync(main, { trace });
  } finally {
    listening.stop();
  }
  return printedIn(trace.events);
}

/** Runs a coroutine on virtual time: its lines, each behind its time in ms. */
export function timedLinesOf(main: () => Coroutine<unknown>): string[] {
  return printedBy(main).map(({ time, text }) => `${time} ${text}`);
}

/** Runs a program, of a coroutine on virtual time: its lines. */
export async function linesOf(program: Program): Promise<string[]> {
  return printedIn(await record(program)).map(({ text }) => text);
}

/**
 * Runs a program without letting it print, a coroutine on virtual time.
 *
 * @returns everything its loop did, and every line it would have printed
 */
export async function record(program: Program): Promise<readonly TraceEvent[]> {
  const trace = new Trace();
  const listening = trace.listen(console, { echo: false });
  try {
    const begun = program() ?? Promise.resolve();
    await ("next" in begun ? run(begun, { clock: "virtual", trace }) : begun);
  } finally {
    listening.stop();
  }
  return trace.events;
}

/**
 * What a Python program printed when it was recorded.
 *
 * @param chapter the `import.meta` of a module in the program's chapter
 * @param program the program's name: `main`
 */
export async function linesOfPython(
  chapter: ImportMeta,
  program: string,
): Promise<string[]> {
  const path = `${chapter.dirname}/recorded/${program}.txt`;
  const lines = (await Deno.readTextFile(path)).trimEnd().split("\n");
  return lines.slice(lines.indexOf(`$ python3 ${program}.py`) + 1);
}

function printedIn(events: readonly TraceEvent[]): PrintedLine[] {
  return events.flatMap((event) =>
    event.kind === "printed"
      ? [{ text: event.text, time: event.time, pass: event.pass }]
      : []
  );
}
