/**
 * Runs the programs of this chapter for their tests and keeps what they print.
 *
 * @module
 */

import { type Coroutine, runSync, Trace } from "../../mod.ts";

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

/** Calls or awaits something that is no coroutine: its lines. */
export async function linesOf(
  main: () => void | Promise<unknown>,
): Promise<string[]> {
  const trace = new Trace();
  const listening = trace.listen(console, { echo: false });
  try {
    await main();
  } finally {
    listening.stop();
  }
  return trace.events.flatMap((event) =>
    event.kind === "printed" ? [event.text] : []
  );
}

/** What a Python program printed when it was recorded. */
export async function linesOfPython(program: string): Promise<string[]> {
  const path = `${import.meta.dirname}/recorded/${program}.txt`;
  const lines = (await Deno.readTextFile(path)).trimEnd().split("\n");
  return lines.slice(lines.indexOf(`$ python3 ${program}.py`) + 1);
}
