/**
 * Where things were made, as lines of a stack that belong to the user's code.
 *
 * @module
 */

import { denoCore } from "./host_turn.ts";

/** The folder of the library, when it is not part of a bundle. */
const HERE = "src/testing/host/origins.ts";

/** A line whose place, not whose function, is the host's. */
const HOSTS = /(?:at |async |\()(?:ext:|node:|<anonymous>)/;

/**
 * The lines of a stack without the library's own and the host's.
 *
 * @param error what was made at the place, `null` when none was kept
 * @returns lines that begin with `at`, the innermost first; empty when there are
 * none
 */
export function originOf(error: Error | null | undefined): readonly string[] {
  const lines = (error?.stack ?? "").split("\n").map((line) => line.trim());
  const frames = lines.filter((line) =>
    line.startsWith("at ") && !HOSTS.test(line)
  );
  const own = frames.filter((line) => !isLibrary(line));
  // In a bundle everything is one file, and nothing would be left.
  return own.length > 0 || !isBundled() ? own : frames;
}

/**
 * Makes an error whose stack is where the user's code is, so that a test runner
 * shows that line instead of one of the kit's. Deno prints the message of such an
 * error twice; there the stack is left out, and the message says where.
 *
 * @param origin lines of a stack
 * @param make makes the error
 */
export function errorAt<E extends Error>(
  origin: readonly string[] | undefined,
  make: () => E,
): E {
  const stacks = Error as { stackTraceLimit?: number | undefined };
  const { stackTraceLimit } = stacks;
  stacks.stackTraceLimit = 0;
  try {
    const error = make();
    if (origin !== undefined && denoCore() === undefined) {
      const frames = origin.map((line) => `\n    ${line}`).join("");
      error.stack = `${error.name}: ${error.message}${frames}`;
    }
    return error;
  } finally {
    stacks.stackTraceLimit = stackTraceLimit;
  }
}

/**
 * The place in the user's code that has called the library.
 *
 * @returns `file:///…/bank_test.ts:12:20`, `null` where the host can't say
 */
export function callerPlace(): string | null {
  const line = placeOf(new Error("place")) ?? "";
  return /([^\s()]+:\d+:\d+)\)?$/.exec(line)?.[1] ?? null;
}

/** One place as text: the innermost line, `null` when nothing is known. */
export function placeOf(error: Error | null | undefined): string | null {
  return originOf(error)[0] ?? null;
}

/** Whether a line of a stack is the library's own. */
export function isLibrary(line: string): boolean {
  const { url } = import.meta;
  const library = isBundled()
    ? url
    : url.slice(0, -"testing/host/origins.ts".length);
  // Some runners write paths where others write addresses.
  return line.includes(library) || line.includes(pathOf(library));
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : url;
}

function isBundled(): boolean {
  return !import.meta.url.endsWith(HERE);
}
