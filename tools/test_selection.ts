/**
 * What `deno task test` is to test, from the words of its command line.
 *
 * @module
 */

import { didYouMean } from "./nearest.ts";
import { type Part, PARTS, shareOut } from "./test_parts.ts";
import { UsageError } from "./usage_error.ts";

/** Parts that are no test files. */
const NOT_FILES: readonly string[] = ["types", "docs"];

/** The names of all parts. */
export const NAMES: readonly string[] = [
  ...NOT_FILES,
  ...PARTS.map(({ name }) => name),
];

/** What is to be tested. */
export interface Selection {
  readonly types: boolean;
  readonly docs: boolean;
  readonly shares: ReadonlyMap<Part, readonly string[]>;
  readonly filter?: string;
}

/**
 * Finds out what is to be tested.
 *
 * @param files every test file of the project
 * @param words parts and pieces of paths; everything without any
 * @param filter restricts tests by name
 * @returns the selection
 * @throws {UsageError} for a word that names nothing, and for a test file that
 * belongs to no part
 */
export function select(
  files: readonly string[],
  words: readonly string[],
  filter?: string,
): Selection {
  const { shares, strays } = shareOut(files, PARTS);
  if (strays.length > 0) {
    throw new UsageError(
      `${
        strays.join(", ")
      } would never run; give it a part in tools/test_parts.ts`,
    );
  }
  const chosen = new Map<Part, Set<string>>();
  const choose = (part: Part, some: readonly string[]) =>
    chosen.set(part, new Set([...chosen.get(part) ?? [], ...some]));
  for (const word of words) {
    const wanted = word.replace(/^\.\//, "");
    let found = NOT_FILES.includes(word);
    for (const [part, share] of shares) {
      const some = part.name === word
        ? share
        : share.filter((file) => file.includes(wanted));
      if (some.length === 0) continue;
      found = true;
      choose(part, some);
    }
    if (!found) throw new UsageError(unknown(word, files));
  }
  const all = words.length === 0;
  return {
    types: words.includes("types") || (all && filter === undefined),
    docs: words.includes("docs") || (all && filter === undefined),
    shares: all
      ? shares
      : new Map([...chosen].map(([part, some]) => [part, [...some].sort()])),
    ...(filter === undefined ? {} : { filter }),
  };
}

function unknown(word: string, files: readonly string[]): string {
  const names = files.map((file) =>
    file.slice(file.lastIndexOf("/") + 1, -"_test.ts".length)
  );
  return `No part and no test file is called "${word}"${
    didYouMean(word, [...NAMES, ...names]) ??
      `; parts are ${NAMES.join(", ")}`
  }`;
}
