/**
 * The pages of the reference, which stand beside the chapters: every folder
 * `site/pages/<name>` that holds an `index.md`. Their blocks are woven like those
 * of a chapter.
 *
 * @module
 */

import { join } from "node:path";

/** A folder with a page whose blocks are woven. */
export interface Place {
  /** The name of the folder. */
  readonly folder: string;
  /** Its path. */
  readonly path: string;
}

/**
 * Finds the pages of the reference.
 *
 * @param root the project's root
 * @returns their folders, sorted
 */
export async function findReference(root: string): Promise<Place[]> {
  const places: Place[] = [];
  const pages = join(root, "site", "pages");
  try {
    for await (const { isDirectory, name } of Deno.readDir(pages)) {
      const path = join(pages, name);
      if (isDirectory && await hasPage(path)) {
        places.push({ folder: name, path });
      }
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  return places.sort((a, b) => a.folder < b.folder ? -1 : 1);
}

async function hasPage(folder: string): Promise<boolean> {
  try {
    return (await Deno.stat(join(folder, "index.md"))).isFile;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
