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

/** Runs a coroutine on virtual time: its lines. */
export function linesOf(main: () => Coroutine<unknown>): string[] {
  return timedLinesOf(main).map((line) => line.slice(line.indexOf(" ") + 1));
}

/** Runs a native program: its lines. */
export async function linesOfNative(
  main: () => Promise<unknown>,
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
