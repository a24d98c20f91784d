/**
 * Makes one folder the same as another, touching only what differs.
 *
 * @module
 */

import { Buffer } from "node:buffer";
import { dirname } from "node:path";

/**
 * Copies what is new or different and removes what is gone.
 *
 * @param from the folder to copy
 * @param to the folder that becomes its copy; made when it is not there
 * @returns the files that were written or removed, relative to the folder
 */
export async function mirror(from: string, to: string): Promise<string[]> {
  const [wanted, present] = await Promise.all([listFiles(from), listFiles(to)]);
  const changed: string[] = [];
  for (const file of wanted) {
    const bytes = await Deno.readFile(`${from}/${file}`);
    if (
      present.has(file) &&
      sameBytes(bytes, await Deno.readFile(`${to}/${file}`))
    ) {
      continue;
    }
    await Deno.mkdir(dirname(`${to}/${file}`), { recursive: true });
    await Deno.writeFile(`${to}/${file}`, bytes);
    changed.push(file);
  }
  for (const file of present) {
    if (wanted.has(file)) continue;
    await Deno.remove(`${to}/${file}`);
    changed.push(file);
  }
  return changed;
}

async function listFiles(root: string): Promise<Set<string>> {
  const files = new Set<string>();
  const visit = async (folder: string) => {
    for await (const entry of Deno.readDir(`${root}/${folder}`)) {
      const path = `${folder}${entry.name}`;
      if (entry.isDirectory) await visit(`${path}/`);
      else files.add(path);
    }
  };
  try {
    await visit("");
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  return files;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
