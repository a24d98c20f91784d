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

/** A file inside an npm package. */
export interface PackedFile {
  /** Its specifier, with an exact version. */
  readonly specifier: string;
  /** Its SHA-256, in hexadecimal digits. */
  readonly digest: string;
}

/**
 * Takes one file out of an npm package.
 *
 * For files of some size that few machines need, such as a font. No module of
 * the project names their packages, so they are not downloaded before they are
 * needed; and as the lock does not know them, their digests are compared here.
 *
 * @param file the file
 * @param folder the folder it is put into
 * @param name its name there
 * @throws {Error} when the package cannot be had, or the file is another
 */
export async function unpackFile(
  { specifier, digest }: PackedFile,
  folder: string,
  name: string,
): Promise<void> {
  const path = `${folder}/${name}`;
  // Nothing but a raw import reaches a file inside an npm package.
  const program = `
    import bytes from ${JSON.stringify(specifier)} with { type: "bytes" };
    await Deno.writeFile(${JSON.stringify(path)}, bytes, { mode: 0o755 });`;
  await runUnpacker(folder, [
    "--unstable-raw-imports",
    `data:text/javascript,${encodeURIComponent(program)}`,
  ]);
  const hash = await crypto.subtle.digest("SHA-256", await Deno.readFile(path));
  const found = new Uint8Array(hash).toHex();
  if (found === digest) return;
  throw new Error(
    `${specifier} has the digest ${found} instead of ${digest}: it is not the file that was tried`,
  );
}

/**
 * Runs a program that unpacks something. It may read, and write to the folder,
 * which it also finds in `TMPDIR`.
 *
 * @param folder where it unpacks to
 * @param args more flags of Deno, the program, and its arguments
 * @throws {Error} with all it printed, when it fails
 */
export async function runUnpacker(
  folder: string,
  args: readonly string[],
): Promise<void> {
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--quiet",
      "--no-prompt",
      "--allow-read",
      `--allow-write=${folder}`,
      ...args,
    ],
    env: { TMPDIR: folder },
    stdin: "null",
  }).output();
  if (success) return;
  throw new Error(
    `A package of npm could not be unpacked:\n${
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
