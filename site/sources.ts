/**
 * Which files of the project the builders look at. Both are pointed at the
 * project's root, where the chapters stand beside everything else; only these
 * are theirs.
 *
 * @module
 */

import { pageAddress } from "./addresses.ts";

/** Folders in which pages, layouts or their parts may stand. */
const FOLDERS = ["chapters", "site", "site/pages", "site/_includes"];

/**
 * Tells whether a builder should look into a folder or at a file at all.
 *
 * @param path from the project's root
 * @returns `false` for everything that makes no page and holds none
 */
export function mayHoldPages(path: string): boolean {
  return FOLDERS.includes(path) || path.startsWith("site/_includes/") ||
    /^(chapters|site\/pages)\/[^/]+$/.test(path) ||
    pageAddress(path) !== undefined;
}

/** The folders and files at the project's root that hold no pages. */
export function withoutPages(root = "."): string[] {
  return [...Deno.readDirSync(root)]
    .map((entry) => entry.name)
    .filter((name) => !mayHoldPages(name));
}
