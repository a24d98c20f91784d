/**
 * Runs the programs of the book for their tests and keeps what they print.
 *
 * @module
 */

import { type Coroutine, run, runSync, Trace } from "../mod.ts";

/** Runs a coroutine on virtual time: its lines, each behind its time in ms. */
export function timedLinesOf(main: () => Coroutine<unknown>): string[] {
  const trace = new Trace();
  const listening = trace.listen(console, { echo: false });
  try {
    runSync(main, { trace });
  } finally {
    listening.stop();
  }
  return trace.events.flatMap((event) =>
    event.kind === "printed" ? [`${event.time} ${event.text}`] : []
  );
}

/**
 * Runs a coroutine that may need the host, or calls and awaits a program that
 * runs its own loop or none: its lines.
 */
export async function linesOf(
  main: () => Coroutine<unknown> | Promise<unknown> | void,
): Promise<string[]> {
  const trace = new Trace();
  const listening = trace.listen(console, { echo: false });
  try {
    const begun = main() ?? Promise.resolve();
    await ("next" in begun ? run(begun, { clock: "virtual", trace }) : begun);
  } finally {
    listening.stop();
  }
  return trace.events.flatMap((event) =>
    event.kind === "printed" ? [event.text] : []
  );
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
