/**
 * Reads and writes the files of the book: nothing outside the project is read,
 * and a set of changes is written as a whole or not at all.
 *
 * @module
 */

import { basename, dirname, join, relative, sep } from "node:path";
import { messageOf } from "./problem.ts";

/** A file that changes: its new text, or `null` when it is to be removed. */
export interface Change {
  readonly path: string;
  readonly text: string | null;
}

/**
 * Reads a text file of the project.
 *
 * @param root the project's root
 * @param folder the folder that `name` starts from
 * @param name the file as a block names it
 * @returns its path, links resolved, and its text
 * @throws {Error} when it is outside the project, missing, unreadable or no text
 */
export async function readProjectFile(
  root: string,
  folder: string,
  name: string,
): Promise<{ path: string; text: string }> {
  const wanted = join(folder, name);
  if (name.startsWith("/") || !isInside(root, wanted)) {
    throw new Error(outside(name));
  }
  let path: string;
  let bytes: Uint8Array;
  try {
    path = await Deno.realPath(wanted);
    if (!isInside(await Deno.realPath(root), path)) {
      throw new Error(outside(name));
    }
    bytes = await Deno.readFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) {
      throw new Error(
        `${name} does not exist; paths start from the chapter's folder`,
      );
    }
    if (error instanceof Error && error.message === outside(name)) throw error;
    if (error instanceof Deno.errors.IsADirectory) {
      throw new Error(`${name} is a folder; name a file in it`);
    }
    throw new Error(
      `${name} can't be read (${messageOf(error)}); check its permissions`,
    );
  }
  try {
    return {
      path,
      text: new TextDecoder("utf-8", { fatal: true }).decode(bytes),
    };
  } catch {
    throw new Error(`${name} is not UTF-8 text; save it as UTF-8`);
  }
}

/**
 * Reads a page such that writing it back gives the same bytes.
 *
 * @param path its path
 * @returns its text, `undefined` when there is no such page
 * @throws {Error} when it can't be read or is not UTF-8
 */
export async function readPage(path: string): Promise<string | undefined> {
  try {
    const bytes = await Deno.readFile(path);
    // A byte order mark is part of the page.
    const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    return decoder.decode(bytes);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw new Error(
      error instanceof TypeError
        ? "The page is not UTF-8 text; save it as UTF-8"
        : `The page can't be read (${messageOf(error)}); check its permissions`,
    );
  }
}

/**
 * Writes a set of changes. Every file is written in full beside the book first
 * and then renamed into its place, so no reader ever sees half a file; when one
 * of them fails, those that were already in place get their old text back.
 *
 * @param root the project's root
 * @param changes the changes
 */
export async function writeAll(
  root: string,
  changes: readonly Change[],
): Promise<void> {
  if (changes.length === 0) return;
  const staging = join(root, ".loopbook", `weave-${crypto.randomUUID()}`);
  await Deno.mkdir(staging, { recursive: true });
  const undo: (() => Promise<void>)[] = [];
  try {
    const staged = await Promise.all(
      changes.map(({ path, text }, index) =>
        stage(staging, `${index}-${basename(path)}`, path, text)
      ),
    );
    for (const place of staged) undo.push(await place());
  } catch (error) {
    for (const restore of undo.reverse()) await restore();
    throw error;
  } finally {
    await Deno.remove(staging, { recursive: true });
  }
}

/** Prepares one change; what it returns does it and returns how to undo it. */
async function stage(
  staging: string,
  name: string,
  path: string,
  text: string | null,
): Promise<() => Promise<() => Promise<void>>> {
  const fresh = join(staging, name);
  const former = join(staging, `former-${name}`);
  const existed = await copyIfThere(path, former);
  if (text !== null) await Deno.writeTextFile(fresh, text);
  return async () => {
    if (text === null) {
      await Deno.remove(path);
    } else {
      await Deno.mkdir(dirname(path), { recursive: true });
      await Deno.rename(fresh, path);
    }
    return () => existed ? Deno.rename(former, path) : Deno.remove(path);
  };
}

async function copyIfThere(path: string, copy: string): Promise<boolean> {
  try {
    await Deno.copyFile(path, copy);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== ".." && !way.startsWith(`..${sep}`) &&
    !/^([A-Z]:|\/)/.test(way);
}

function outside(name: string): string {
  return `${name} is outside the project; a block shows only what a clone has`;
}
