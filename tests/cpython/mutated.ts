/**
 * Makes a copy of the library with a bug in it.
 *
 * @module
 */
import type { Mutant } from "./mutants.ts";
import type { Library } from "../../tools/cpython/tape.ts";

const PROJECT = new URL("../../", import.meta.url);

/**
 * Copies the library, puts a bug in, and loads the copy.
 *
 * @param mutant the bug
 * @param folder where copies are kept; parts of the tests that run side by side
 * must not write over each other's
 * @returns the copy's exports
 * @throws {Error} when the place of the bug is not there, or there twice
 */
export async function loadMutated(
  mutant: Mutant,
  folder: string = "mutants",
): Promise<Library> {
  const copy = copyOf(mutant, folder);
  await copyFolder(new URL("src/", PROJECT), new URL("src/", copy));
  await Deno.copyFile(new URL("mod.ts", PROJECT), new URL("mod.ts", copy));
  const file = new URL(mutant.file, copy);
  await Deno.writeTextFile(file, mutate(await Deno.readTextFile(file), mutant));
  return await import(new URL("mod.ts", copy).href);
}

/**
 * The folder of a copy.
 *
 * @param mutant the bug
 * @param folder where copies are kept
 * @returns its URL
 */
export function copyOf({ name }: Mutant, folder: string): URL {
  const slug = name.replaceAll(/[^a-z0-9]+/gi, "-");
  return new URL(`.loopbook/${folder}/${slug}/`, PROJECT);
}

/** Puts a bug into a text. */
function mutate(text: string, { name, file, from, to }: Mutant): string {
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
