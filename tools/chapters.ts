/**
 * The chapters of the book as the tools see them: every folder
 * `chapters/<section>-<slug>` that holds an `index.md`, in the order of the
 * sections (2 < 2.1 < 2.2 < 3).
 *
 * @module
 */

import { join } from "node:path";
import { load } from "npm:js-yaml@5.5.0";
import { didYouMean } from "./nearest.ts";
import { UsageError } from "./usage_error.ts";

/** One chapter. */
export interface Chapter {
  /** Its number: `3`, `2.2`. */
  readonly section: string;
  /** The part of the folder's name after the number: `event-loop`. */
  readonly slug: string;
  /** The name of its folder: `2.2-event-loop`. */
  readonly folder: string;
  /** The path of its folder. */
  readonly path: string;
  /** Its title, from the front matter of `index.md`. */
  readonly title: string;
  /** The modules that can be run, `main` first: `stage1`, `mistakes/spent`. */
  readonly modules: readonly string[];
}

/**
 * Finds the chapters of a book.
 *
 * @param root the project's root
 * @returns the chapters in the book's order
 * @throws {UsageError} when a chapter's front matter is missing or wrong
 */
export async function findChapters(root: string): Promise<Chapter[]> {
  const chapters: Chapter[] = [];
  const folder = join(root, "chapters");
  for await (const entry of Deno.readDir(folder)) {
    if (!entry.isDirectory) continue;
    const chapter = await readChapter(join(folder, entry.name), entry.name);
    if (chapter !== undefined) chapters.push(chapter);
  }
  return chapters.sort((a, b) => compareSections(a.section, b.section));
}

/**
 * Finds the chapter that a person names: by number (`2.2`), slug
 * (`event-loop`), folder (`2.2-event-loop`), or the beginning of the slug if no
 * other chapter begins so.
 *
 * @param chapters the chapters to choose from
 * @param name what the person typed
 * @param unfinished folders that are no chapters yet, see
 * {@linkcode unfinishedChapters}
 * @returns the chapter
 * @throws {UsageError} when there is none, or more than one; the message says
 * which names are near
 */
export function chapterNamed(
  chapters: readonly Chapter[],
  name: string,
  unfinished: readonly string[] = [],
): Chapter {
  const wanted = name.toLowerCase()
    .replace(/^\.?\/?chapters\//, "").replace(/\/(index(\.zh)?\.md)?$/, "");
  const exact = chapters.find((chapter) => namesOf(chapter).includes(wanted));
  if (exact !== undefined) return exact;

  const begun = wanted === ""
    ? []
    : chapters.filter((chapter) =>
      chapter.slug.startsWith(wanted) ||
      chapter.section.startsWith(`${wanted}.`)
    );
  const [only] = begun;
  if (only?.slug.startsWith(wanted) && begun.length === 1) return only;
  if (begun.length > 0) {
    throw new UsageError(
      `"${name}" names no chapter by itself; choose one of\n${listed(begun)}`,
    );
  }
  const folder = unfinished.find((folder) => meets(folder, wanted));
  if (folder !== undefined) {
    throw new UsageError(
      `chapters/${folder} is no chapter yet: it has no index.md`,
    );
  }
  // Of numbers, each is as near as the next.
  const meant = /^[\d.]+$/.test(wanted)
    ? undefined
    : didYouMean(wanted, chapters.flatMap(namesOf));
  throw new UsageError(
    `There is no chapter "${name}"${
      meant ?? `; there are\n${listed(chapters)}`
    }`,
  );
}

/**
 * Finds the folders that are named like chapters and have no page.
 *
 * @param root the project's root
 * @returns their names
 */
export async function unfinishedChapters(root: string): Promise<string[]> {
  const names: string[] = [];
  for await (
    const { name, isDirectory } of Deno.readDir(join(root, "chapters"))
  ) {
    if (!isDirectory || !FOLDER.test(name)) continue;
    const page = join(root, "chapters", name, "index.md");
    const isThere = await Deno.stat(page).then(() => true, () => false);
    if (!isThere) names.push(name);
  }
  return names.sort();
}

/** Whether a folder is what somebody called by its name, number or slug. */
function meets(folder: string, wanted: string): boolean {
  const [, section, slug] = FOLDER.exec(folder.toLowerCase()) ?? [];
  return [folder.toLowerCase(), section, slug].includes(wanted);
}

/** The name of a chapter's folder: number and slug. */
const FOLDER = /^(\d+(?:\.\d+)*)-(.+)$/;

/** The chapters as lines of text: number, slug and title in columns. */
export function listed(chapters: readonly Chapter[]): string {
  const numbers = Math.max(...chapters.map(({ section }) => section.length));
  const slugs = Math.max(...chapters.map(({ slug }) => slug.length));
  return chapters.map(({ section, slug, title }) =>
    `  ${section.padEnd(numbers)}  ${slug.padEnd(slugs)}  ${title}`
  ).join("\n");
}

async function readChapter(
  path: string,
  folder: string,
): Promise<Chapter | undefined> {
  const [, section, slug] = FOLDER.exec(folder) ?? [];
  if (section === undefined || slug === undefined) return undefined;
  const page = join(path, "index.md");
  let text: string;
  try {
    text = await Deno.readTextFile(page);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw new UsageError(`${shown(page)} can't be read: ${messageOf(error)}`);
  }
  const title = frontMatter(text, shown(page)).title;
  if (typeof title !== "string" || title.trim() === "") {
    throw new UsageError(
      `${shown(page)}:1: the front matter has no title; write "title: …"`,
    );
  }
  const modules = await runnableModules(path);
  return { section, slug, folder, path, title, modules };
}

function frontMatter(text: string, page: string): Record<string, unknown> {
  const [, yaml] = /^---\r?\n([\s\S]*?)^---\s*$/m.exec(text) ?? [];
  if (yaml === undefined || !text.startsWith("---")) {
    throw new UsageError(
      `${page}:1: the page has no front matter; begin it with ---, title: …, ---`,
    );
  }
  try {
    return { ...(load(yaml) as Record<string, unknown> | null) };
  } catch (error) {
    throw new UsageError(
      `${page}:1: the front matter is not YAML: ${messageOf(error)}`,
    );
  }
}

/** A module can be run when it exports `main`; its tests can't. */
async function runnableModules(path: string): Promise<string[]> {
  const names: string[] = [];
  for await (const name of modulesUnder(path)) {
    if (await exportsMain(join(path, `${name}.ts`))) names.push(name);
  }
  const rank = (name: string) =>
    name === "main" ? 0 : name.includes("/") ? 2 : 1;
  return names.sort((a, b) =>
    rank(a) - rank(b) || a.localeCompare(b, "en", { numeric: true })
  );
}

/** Who can't be read is listed too: whoever needs the module says what is wrong. */
async function exportsMain(file: string): Promise<boolean> {
  try {
    return EXPORTS_MAIN.test(await Deno.readTextFile(file));
  } catch {
    return true;
  }
}

/** The modules of a folder and those below it, exercises excepted. */
async function* modulesUnder(
  path: string,
  prefix = "",
): AsyncGenerator<string> {
  for await (const { isDirectory, name } of Deno.readDir(path)) {
    if (isDirectory && name !== "exercises") {
      yield* modulesUnder(join(path, name), `${prefix}${name}/`);
    } else if (/(?<!_test)\.ts$/.test(name)) {
      yield prefix + name.slice(0, -".ts".length);
    }
  }
}

const EXPORTS_MAIN =
  /^export\s+(?:(?:async\s+)?function\s*\*?|const|let)\s*main\b|^export\s*\{[^}]*\bmain\b[^}]*\}/m;

function namesOf({ section, slug, folder }: Chapter): string[] {
  return [section, slug, folder].map((name) => name.toLowerCase());
}

function compareSections(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => text.split(".").map(Number));
  for (let i = 0; i < Math.max(left!.length, right!.length); i++) {
    const difference = (left![i] ?? -1) - (right![i] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

function shown(page: string): string {
  return page.slice(page.lastIndexOf("chapters")).replaceAll("\\", "/");
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
