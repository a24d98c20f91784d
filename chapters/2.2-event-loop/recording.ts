/**
 * Runs the programs of this chapter for their tests and keeps what they print.
 *
 * @module
 */

import { type Coroutine, runSync, Trace } from "../../mod.ts";

/** One printed line and when it was printed. */
export interface PrintedLine {
  /** The text. */
  readonly text: string;
  /** The loop's time in milliseconds. */
  readonly time: number;
  /** The pass it was printed in. */
  readonly pass: number;
}

/** Runs a coroutine on virtual time: what it prints, and when. */
export function printedBy(main: () => Coroutine<unknown>): PrintedLine[] {
  const trace = new Trace();
  const listening = trace.listen(console, { echo: false });
  try {
    runSync(main, { trace });
  } finally {
    listening.stop();
  }
  return linesIn(trace);
}

/** Awaits a program that runs its own loop, or none: its lines. */
export async function linesOf(main: () => Promise<unknown>): Promise<string[]> {
  const trace = new Trace();
  const listening = trace.listen(console, { echo: false });
  try {
    await main();
  } finally {
    listening.stop();
  }
  return linesIn(trace).map(({ text }) => text);
}

function linesIn(trace: Trace): PrintedLine[] {
  return trace.events.flatMap((event) =>
    event.kind === "printed"
      ? [{ text: event.text, time: event.time, pass: event.pass }]
      : []
  );
}
