/**
 * Where things were made, as lines of a stack that belong to the user's code.
 *
 * @module
 */

/** The folder of the library, when it is not part of a bundle. */
const HERE = "src/testing/origins.ts";

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
    line.startsWith("at ") && !/\(?(ext:|node:|<anonymous>)/.test(line)
  );
  const own = frames.filter((line) => !isLibrary(line));
  // In a bundle everything is one file, and nothing would be left.
  return own.length > 0 || !isBundled() ? own : frames;
}

/** One place as text: the innermost line, `null` when nothing is known. */
export function placeOf(error: Error | null | undefined): string | null {
  return originOf(error)[0] ?? null;
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

/** Whether a line of a stack is the library's own. */
export function isLibrary(line: string): boolean {
  const { url } = import.meta;
  const library = isBundled()
    ? url
    : url.slice(0, -"testing/origins.ts".length);
  return line.includes(library) ||
    !isBundled() && line.includes(new URL(library).pathname);
}

function isBundled(): boolean {
  return !import.meta.url.endsWith(HERE);
}
