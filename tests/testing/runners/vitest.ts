/**
 * vitest, the runner of Vite's users, in Deno and in Node.
 *
 * @module
 */

import { runIn } from "../../import/empty_folder.ts";

const VERSION = "5.1.1";

/** The oldest Node that it is made for. */
export const VITEST_NODE = [22, 12] as const;

/**
 * Runs the test files of a folder in Deno, which has it from npm.
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
    `npm:vitest@${VERSION}`,
    "run",
    ...flags,
  ]);
}

/**
 * Runs the test files of a folder in Node. What it is made of is laid into the
 * folder first, where Node looks for packages, out of Deno's cache.
 *
 * @param node the program
 * @param folder its path
 * @param flags how vitest is to report
 * @returns a promise of what it printed
 */
export async function runVitestInNode(
  node: string,
  folder: string,
  ...flags: string[]
): ReturnType<typeof runIn> {
  await Deno.writeTextFile(
    `${folder}/package.json`,
    JSON.stringify({ type: "module", dependencies: { vitest: VERSION } }),
  );
  const installed = await runIn(folder, [
    Deno.execPath(),
    "install",
    "--quiet",
    "--no-lock",
    "--node-modules-dir=auto",
  ]);
  if (installed.code !== 0) return installed;
  return await runIn(folder, [
    node,
    "node_modules/vitest/vitest.mjs",
    "run",
    ...flags,
  ]);
}
