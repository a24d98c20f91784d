/**
 * The library as a package for npm: JavaScript with its declarations.
 *
 * A declaration for the bundle `mod.js` alone would have to be bundled as well,
 * and that takes a compiler and a bundler, 30 MB, for one file. Deno makes the
 * package from what is there, a declaration for each module, and npm, pnpm and
 * Bun install it from a file or an address.
 *
 * @module
 */

import { join } from "node:path";
import { runDenoQuietly } from "./quiet_deno.ts";

/** The package's name in the site. */
export const PACKAGE = "loopbook.tgz";

/**
 * Packs the library.
 *
 * @param root the project's root
 * @param output the folder the package goes into, from there
 * @throws {Error} when Deno can't, with what it said
 */
export async function packLibrary(root: string, output: string): Promise<void> {
  const { code, output: said } = await runDenoQuietly([
    "pack",
    "--quiet",
    "--allow-dirty",
    "--no-source-maps",
    `--output=${join(output, PACKAGE)}`,
  ], { cwd: root });
  if (code !== 0) throw new Error(`The library can't be packed:\n${said}`);
}
