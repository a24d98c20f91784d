/**
 * Runs the programs of this chapter for their tests and keeps what they print.
 *
 * @module
 */

import { type Coroutine, run, Trace } from "../../mod.ts";

type Program = () => Coroutine<unknown> | Promise<unknown> | void;

/** Runs a program, a coroutine on virtual time: its lines. */
export async function linesOf(main: Program): Promise<string[]> {
  return (await timedLinesOf(main)).map(({ text }) => text);
}

/** Runs a program, a coroutine on virtual time: its lines and their times. */
export async function timedLinesOf(
  main: Program,
): Promise<{ text: string; time: number }[]> {
  const trace = new Trace();
  const listening = trace.listen(console, { echo: false });
  try {
    const begun = main();
    if (begun === undefined) return linesIn(trace);
    await ("next" in begun ? run(begun, { clock: "virtual", trace }) : begun);
  } finally {
    listening.stop();
  }
  return linesIn(trace);
}

function linesIn(trace: Trace): { text: string; time: number }[] {
  return trace.events.flatMap((event) =>
    event.kind === "printed" ? [{ text: event.text, time: event.time }] : []
  );
}
