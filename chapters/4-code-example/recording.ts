/**
 * Keeps what the programs of this chapter print, and when.
 *
 * @module
 */

import { type Program, record } from "../recording.ts";

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
