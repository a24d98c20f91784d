/**
 * Runs the programs of this chapter for their tests and keeps what they print.
 *
 * @module
 */

import { Trace } from "../../mod.ts";

/** Runs a program and returns the lines it prints. */
export async function linesOf(main: () => unknown): Promise<string[]> {
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
