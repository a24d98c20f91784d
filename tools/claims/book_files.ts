/**
 * The files of a book, each read once: a test file may decide ten claims.
 *
 * @module
 */

import { join, relative } from "node:path";
import { filesUnder } from "../files_under.ts";
import { type Heading, headingsOf } from "./pages.ts";
import { readTestFile, type TestFile } from "./test_file.ts";

/** The page of a chapter. */
export interface ChapterPage {
  readonly text: string;
  readonly headings: readonly Heading[];
}

/** The folders whose tests may decide a claim. */
const DECIDING = ["chapters", "tests/cpython"];

/** Reads the files of a book. */
export class BookFiles {
  /** The project's root. */
  readonly root: string;
  readonly #texts = new Map<string, Promise<string | undefined>>();
  readonly #tests = new Map<string, Promise<TestFile | undefined>>();
  #testFiles: Promise<readonly string[]> | undefined;

  /** @param root the project's root */
  constructor(root: string) {
    this.root = root;
  }

  /**
   * The text of a file.
   *
   * @param path from the project's root
   * @returns `undefined` when there is no such file
   */
  text(path: string): Promise<string | undefined> {
    return remembered(this.#texts, path, async () => {
      try {
        return await Deno.readTextFile(join(this.root, path));
      } catch (error) {
        if (error instanceof Deno.errors.NotFound) return undefined;
        throw error;
      }
    });
  }

  /** The folders of the chapters that have a page. */
  async chapters(): Promise<string[]> {
    const folders: string[] = [];
    const chapters = join(this.root, "chapters");
    for await (const { isDirectory, name } of Deno.readDir(chapters)) {
      if (isDirectory && await this.page(name) !== undefined) {
        folders.push(name);
      }
    }
    return folders.sort();
  }

  /**
   * The page of a chapter.
   *
   * @param folder the chapter's folder
   * @returns `undefined` when it has none
   */
  async page(folder: string): Promise<ChapterPage | undefined> {
    const text = await this.text(`chapters/${folder}/index.md`);
    return text === undefined
      ? undefined
      : { text, headings: headingsOf(text) };
  }

  /**
   * The test files that may decide a claim, from the project's root: those of
   * the chapters, and those in which CPython speaks for itself.
   */
  testFiles(): Promise<readonly string[]> {
    return this.#testFiles ??= (async () => {
      const files: string[] = [];
      for (const folder of DECIDING) {
        for await (const path of filesUnder(join(this.root, folder))) {
          if (!path.endsWith("_test.ts")) continue;
          files.push(relative(this.root, path).replaceAll("\\", "/"));
        }
      }
      return files.sort();
    })();
  }

  /**
   * The tests of a file.
   *
   * @param path from the project's root
   * @returns `undefined` when it is no test file that may decide a claim
   */
  async tests(path: string): Promise<TestFile | undefined> {
    if (!(await this.testFiles()).includes(path)) return undefined;
    return await remembered(this.#tests, path, async () => {
      const code = await this.text(path);
      return code === undefined ? undefined : readTestFile(path, code);
    });
  }
}

function remembered<T>(
  memory: Map<string, Promise<T>>,
  key: string,
  find: () => Promise<T>,
): Promise<T> {
  const known = memory.get(key) ?? find();
  memory.set(key, known);
  return known;
}
