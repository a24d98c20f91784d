/// <reference lib="deno.unstable" />
/**
 * What is bundled: the library as one file, for everyone who cannot import
 * TypeScript from a URL, and the little script of the pages.
 *
 * @module
 */

import { fileURLToPath } from "node:url";

/**
 * Bundles the scripts of the site.
 *
 * @returns the files by their path in the site
 * @throws {Error} when a module cannot be bundled
 */
export async function scriptFiles(): Promise<Map<string, Uint8Array>> {
  // One after the other: the first bundle on a machine unpacks the bundler.
  return new Map([
    ["mod.js", await bundle("../../mod.ts", "esm", false)],
    ["theme.js", await bundle("../client/theme.ts", "iife", true)],
    ["page.js", await bundle("../client/page.ts", "esm", true)],
  ]);
}

/**
 * Bundles one module with Deno's own bundler (esbuild inside), which asks for no
 * more permission than reading.
 *
 * @param path the module, relative to this one
 * @param format a module, or a script that runs by itself
 * @param minify whether to make it small
 * @returns the bundle
 * @throws {Error} when it cannot be bundled
 */
export async function bundle(
  path: string,
  format: "esm" | "iife",
  minify: boolean,
): Promise<Uint8Array> {
  const entry = fileURLToPath(import.meta.resolve(path));
  const result = await Deno.bundle({
    entrypoints: [entry],
    format,
    minify,
    platform: "browser",
    write: false,
  });
  const output = result.outputFiles?.[0]?.contents;
  if (!result.success || !output) {
    const reasons = result.errors.map((error) => error.text).join("; ");
    throw new Error(`${entry} cannot be bundled: ${reasons}`);
  }
  return output;
}
