/**
 * A small book in a folder of its own, for the tests of the weaver and of the
 * commands that read the book.
 */

import { dirname, join } from "node:path";

/** A book that is there until the end of the test. */
export interface Book extends AsyncDisposable {
  /** Its root; the chapters stand in `chapters/`. */
  readonly root: string;
  /** Reads a file. */
  read(path: string): Promise<string>;
  /** Writes a file. */
  write(path: string, text: string | Uint8Array): Promise<void>;
  /** Every file with its content, for "nothing was written". */
  everything(): Promise<Record<string, string>>;
}

/** The project this test belongs to. */
export const PROJECT: string = join(import.meta.dirname!, "..", "..");

/**
 * Makes a book.
 *
 * @param files the texts of its files, by path from its root
 * @returns the book
 */
export async function makeBook(files: Record<string, string>): Promise<Book> {
  const root = join(PROJECT, ".loopbook", "tests", crypto.randomUUID());
  const book: Book = {
    root,
    read: (path) => Deno.readTextFile(join(root, path)),
    async write(path, text) {
      await Deno.mkdir(dirname(join(root, path)), { recursive: true });
      const bytes = typeof text === "string"
        ? new TextEncoder().encode(text)
        : text;
      await Deno.writeFile(join(root, path), bytes);
    },
    everything: () => filesUnder(root, ""),
    [Symbol.asyncDispose]: () => Deno.remove(root, { recursive: true }),
  };
  await Deno.mkdir(join(root, "chapters"), { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    await book.write(path, text);
  }
  return book;
}

/**
 * A page with a front matter and a body that begins on line 4.
 *
 * @param body what stands below the front matter
 * @returns the page
 */
export function page(body: string): string {
  return `---\ntitle: A chapter\n---\n${body}`;
}

async function filesUnder(
  root: string,
  folder: string,
): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for await (const { isDirectory, name } of Deno.readDir(join(root, folder))) {
    const path = join(folder, name);
    if (path === ".loopbook") continue;
    if (isDirectory) Object.assign(files, await filesUnder(root, path));
    else files[path] = await Deno.readTextFile(join(root, path));
  }
  return files;
}
