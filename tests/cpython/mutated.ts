/**
 * Makes a copy of the library with a bug in it.
 *
 * @module
 */
import type { Mutant } from "./mutants.ts";
import type { Library } from "../../tools/cpython/tape.ts";

const PROJECT = new URL("../../", import.meta.url);
const COPIES = new URL(".loopbook/mutants/", PROJECT);

/**
 * Copies the library, puts a bug in, and loads the copy.
 *
 * @param mutant the bug
 * @returns the copy's exports
 * @throws {Error} when the place of the bug is not there, or there twice
 */
export async function loadMutated(mutant: Mutant): Promise<Library> {
  const copy = new URL(
    `${mutant.name.replaceAll(/[^a-z0-9]+/gi, "-")}/`,
    COPIES,
  );
  await copyFolder(new URL("src/", PROJECT), new URL("src/", copy));
  await Deno.copyFile(new URL("mod.ts", PROJECT), new URL("mod.ts", copy));
  const file = new URL(mutant.file, copy);
  await Deno.writeTextFile(file, mutate(await Deno.readTextFile(file), mutant));
  return await import(new URL("mod.ts", copy).href);
}

/** Puts a bug into a text. */
export function mutate(text: string, { name, file, from, to }: Mutant): string {
  const pieces = text.split(from);
  if (pieces.length === 2) return pieces.join(to);
  throw new Error(
    `${file} has the place for the bug "${name}" ${
      pieces.length - 1
    } times; adapt tests/cpython/mutants.ts:\n${from}`,
  );
}

async function copyFolder(from: URL, to: URL): Promise<void> {
  await Deno.mkdir(to, { recursive: true });
  for await (const { name, isDirectory } of Deno.readDir(from)) {
    if (isDirectory) {
      await copyFolder(new URL(`${name}/`, from), new URL(`${name}/`, to));
    } else await Deno.copyFile(new URL(name, from), new URL(name, to));
  }
}
