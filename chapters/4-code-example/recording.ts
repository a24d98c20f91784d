/**
 * Runs programs and keeps what happened.
 *
 * @module
 */

import { type Coroutine, run, Trace, type TraceEvent } from "../../mod.ts";

/** What a module of the book exports: a coroutine, or a native program. */
export type Program = () => Coroutine<unknown> | Promise<unknown>;

/**
 * Runs a program without letting it print, a coroutine on virtual time.
 *
 * @param program the program
 * @returns everything its loop did, and every line it would have printed
 */
export async function record(program: Program): Promise<readonly TraceEvent[]> {
  const trace = new Trace();
  const listening = trace.listen(console, { echo: false });
  try {
    const begun = program();
    await ("then" in begun ? begun : run(begun, { clock: "virtual", trace }));
  } finally {
    listening.stop();
  }
  return trace.events;
}

/**
 * The lines that a program prints.
 *
 * @param program the program
 * @returns the lines, each with the loop's time in milliseconds
 */
export async function linesOf(program: Program): Promise<[number, string][]> {
  const events = await record(program);
  return events
    .filter((event) => event.kind === "printed")
    .map(({ time, text }) => [time, text]);
}
