/**
 * What an example prints, on virtual time.
 *
 * @module
 */

import { stub } from "@std/testing/mock";
import { type Coroutine, run, virtual } from "../../mod.ts";

/**
 * Runs an example, a coroutine on our loop and anything else as it is.
 *
 * @param example the example
 * @returns what it printed, its lines joined with spaces
 */
export async function printed(example: () => unknown): Promise<string> {
  const lines: string[] = [];
  using _ = stub(console, "log", (...values: unknown[]) => {
    lines.push(values.map(String).join(" "));
  });
  if (example.constructor.name === "GeneratorFunction") {
    await run(example as () => Coroutine<unknown>, { clock: "virtual" });
  } else await example();
  return lines.join(" ");
}

/**
 * The same with the host's timers on virtual time as well. What an example
 * leaves running is its own affair: some are about that.
 */
export async function printedVirtually(
  example: () => unknown,
): Promise<string> {
  const lines: string[] = [];
  using _ = stub(console, "log", (...values: unknown[]) => {
    lines.push(values.map(String).join(" "));
  });
  await virtual(example as () => Promise<unknown>, { leaks: false });
  return lines.join(" ");
}
