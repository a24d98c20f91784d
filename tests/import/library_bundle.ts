import { bundle, scriptFiles } from "../../site/after/scripts.ts";

/**
 * The library as one file, as the site offers it under the name `mod.js`.
 *
 * @returns the text of an ECMAScript module
 */
export async function libraryBundle(): Promise<string> {
  const files = await scriptFiles();
  return new TextDecoder().decode(files.get("mod.js"));
}

/**
 * The library as a script that puts it into the global `loopbook`, for places
 * that know no modules.
 *
 * @returns the text of a script
 */
export async function libraryScript(): Promise<string> {
  const entry = import.meta.resolve("./as_global.ts");
  return new TextDecoder().decode(await bundle(entry, "iife", false));
}
