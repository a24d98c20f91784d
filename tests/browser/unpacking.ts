/**
 * Keeps unpacked packages in folders, so that each is unpacked once.
 *
 * Tests may run in several processes at a time, and any of them may be killed
 * halfway. So: one process unpacks while the others wait at a lock, which the
 * system takes back from a process that dies; and it unpacks into a draft that
 * gets the folder's name only when it is whole. Whoever finds the folder finds
 * all of it.
 *
 * @module
 */

import { dirname } from "node:path";
import { denoArguments } from "../../tools/dependencies.ts";

/**
 * Makes a folder if it is not there yet.
 *
 * @param folder its full path; its parent may be missing too
 * @param fill fills the draft that becomes the folder
 * @throws whatever `fill` throws; then there is no folder
 */
export async function unpackOnce(
  folder: string,
  fill: (draft: string) => Promise<void>,
): Promise<void> {
  if (await exists(folder)) return;
  await Deno.mkdir(dirname(folder), { recursive: true });
  using lock = await Deno.open(`${folder}.lock`, { create: true, write: true });
  await lock.lock(true);
  if (await exists(folder)) return;
  const draft = `${folder}.draft`;
  if (await exists(draft)) await Deno.remove(draft, { recursive: true });
  await Deno.mkdir(draft);
  await fill(draft);
  await Deno.rename(draft, folder);
}

/**
 * Runs an unpacking program.
 *
 * @param program the URL of its module
 * @param folder where it unpacks to
 * @param permissions what it may do besides reading, and writing there
 * @throws {Error} with all it printed, when it fails
 */
export async function runUnpacker(
  program: string,
  folder: string,
  permissions: readonly string[] = [],
): Promise<void> {
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--quiet",
      "--no-prompt",
      // The packages are npm's, wherever the rest comes from.
      ...denoArguments("npm"),
      "--unstable-raw-imports",
      "--allow-read",
      `--allow-write=${folder}`,
      "--allow-env",
      ...permissions,
      program,
    ],
    env: { TMPDIR: folder },
    stdin: "null",
  }).output();
  if (success) return;
  throw new Error(
    `${program} could not unpack its package:\n${
      new TextDecoder().decode(stderr).trim()
    }`,
  );
}

async function exists(path: string): Promise<boolean> {
  try {
    await Deno.stat(path);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
