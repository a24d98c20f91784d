/**
 * What the commands of the project have in common at the command line.
 *
 * @module
 */

import { parseArgs } from "node:util";
import { suggestion } from "./nearest.ts";
import { UsageError } from "./usage_error.ts";

/** The flags of a command: `value` takes one (`--trace=out.svg`). */
export type FlagKinds = Readonly<Record<string, "switch" | "value">>;

/** The flags that were given. */
export type Flags<K extends FlagKinds> = {
  readonly [name in keyof K]: K[name] extends "switch" ? boolean
    : string | undefined;
};

/**
 * Reads a command line.
 *
 * @param args the arguments
 * @param kinds the flags that the command knows
 * @returns the flags, and the words between them
 * @throws {UsageError} for an unknown flag, a value where none goes, or none
 * where one is needed
 */
export function readCommandLine<const K extends FlagKinds>(
  args: readonly string[],
  kinds: K,
): { flags: Flags<K>; words: readonly string[] } {
  const options = Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [
      name,
      { type: kind === "switch" ? "boolean" as const : "string" as const },
    ]),
  );
  const { tokens } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const flags: Record<string, string | boolean | undefined> = Object
    .fromEntries(
      Object.entries(kinds).map(([name, kind]) => [
        name,
        kind === "switch" ? false : undefined,
      ]),
    );
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") words.push(token.value);
    if (token.kind !== "option") continue;
    flags[token.name] = readFlag(kinds, token.name, token.rawName, token.value);
  }
  return { flags: flags as Flags<K>, words };
}

/**
 * For a task that takes flags and nothing else.
 *
 * @param task its name
 * @param words what stands between the flags
 * @throws {UsageError} when there is anything
 */
export function refuseWords(task: string, words: readonly string[]): void {
  if (words.length === 0) return;
  throw new UsageError(
    `Unknown argument "${
      words[0]
    }"; deno task ${task} takes flags only, see --help`,
  );
}

function readFlag(
  kinds: FlagKinds,
  name: string,
  written: string,
  value: string | undefined,
): string | boolean {
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  if (kind === undefined) {
    const known = Object.keys(kinds).map((flag) => `--${flag}`);
    throw new UsageError(
      `Unknown flag ${written}${suggestion(written, known)}`,
    );
  }
  if (kind === "switch") {
    if (value === undefined) return true;
    throw new UsageError(
      `${written} takes no value; leave out "=${value}"`,
    );
  }
  if (value !== undefined && value !== "") return value;
  throw new UsageError(`${written} needs a value: ${written}=…`);
}
