/**
 * vitest, the runner of Vite's users; Deno runs it from npm.
 *
 * @module
 */

import { runIn } from "../../import/empty_folder.ts";

const PACKAGE = "npm:vitest@5.1.1";

/**
 * Runs the test files of a folder.
 *
 * @param folder its path
 * @param flags how vitest is to report
 * @returns a promise of what it printed
 */
export function runVitest(
  folder: string,
  ...flags: string[]
): ReturnType<typeof runIn> {
  return runIn(folder, [
    Deno.execPath(),
    "run",
    "--quiet",
    "--no-lock",
    "--allow-all",
    PACKAGE,
    "run",
    ...flags,
  ]);
}
