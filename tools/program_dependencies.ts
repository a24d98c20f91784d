/**
 * What the book's programs need from elsewhere: native ones import `@std/async`.
 *
 * @module
 */

import { dirname, join } from "node:path";
import { chooseSource, denoArguments } from "./dependencies.ts";
import { runDenoQuietly } from "./quiet_deno.ts";

/**
 * The flags with which Deno finds what a program imports. Most programs import
 * nothing from elsewhere, and then nobody asks where it could be had.
 *
 * @param module the program's path
 * @returns flags for `deno run`
 */
export async function dependenciesOf(module: string): Promise<string[]> {
  if (!await needsDependencies(module)) return [];
  // The import map, but not the lock: with a lock Deno fetches every package
  // that is in it before it runs anything, the tests' browser included.
  return denoArguments(await chooseSource(["std"]))
    .filter((flag) => flag.startsWith("--import-map"));
}

/**
 * Fetches what a program imports, so that its time limit is for running only.
 * What can't be fetched is told when the program runs.
 *
 * @param program its path and the project's root
 * @param flags as {@linkcode dependenciesOf} gives them
 */
export async function fetchAhead(
  { root, module }: { readonly root: string; readonly module: string },
  flags: readonly string[],
): Promise<void> {
  if (!await needsDependencies(module)) return;
  await runDenoQuietly(["cache", "--quiet", ...flags, module], { cwd: root });
}

/** Whether a module, or one beside it that it imports, imports from `@std`. */
async function needsDependencies(
  module: string,
  seen: Set<string> = new Set(),
): Promise<boolean> {
  if (seen.has(module)) return false;
  seen.add(module);
  const source = await Deno.readTextFile(module).catch(() => "");
  if (/\bfrom\s*"@std\//.test(source)) return true;
  for (const [, name] of source.matchAll(/\bfrom\s*"(\.\/[^"]+)"/g)) {
    const neighbor = join(dirname(module), name!);
    if (await needsDependencies(neighbor, seen)) return true;
  }
  return false;
}
