/**
 * The files of a folder, and of the folders in it.
 *
 * @module
 */

import { join } from "node:path";

/**
 * Walks through a folder.
 *
 * @param folder its path; where there is none, no file is found
 * @returns the paths of the files, each behind that of the folder
 */
export async function* filesUnder(folder: string): AsyncGenerator<string> {
  try {
    for await (const { isDirectory, name } of Deno.readDir(folder)) {
      const path = join(folder, name);
      if (isDirectory) yield* filesUnder(path);
      else yield path;
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}
