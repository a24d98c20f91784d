/**
 * The book's outline: which chapters there are, in which order. It is read
 * from the folders themselves, so a new chapter needs no list to be kept.
 *
 * @module
 */

import {
  type ChapterFacts,
  type PageFacts,
  readChapterFacts,
  readPageFacts,
  splitFrontMatter,
} from "./front_matter.ts";

/** One page of text: a chapter, or a page of the reference. */
export interface TextPage extends PageFacts {
  /** Its English text, from the project's root. */
  readonly source: string;
  /** Where its page lives in the site: `/2.2-event-loop/`. */
  readonly address: string;
}

/** One chapter of the book. */
export interface Chapter extends ChapterFacts, TextPage {
  /** The name of its folder: `2.2-event-loop`. */
  readonly folder: string;
}

/**
 * Reads every chapter's front matter and puts the chapters in reading order.
 * A folder without an `index.md` is not a chapter yet and is left out.
 *
 * @param root the project's root
 * @returns the chapters, first to last
 * @throws {Error} when a chapter's front matter is wrong, or two chapters claim
 * the same section
 */
export function readOutline(root = "."): readonly Chapter[] {
  const chapters: Chapter[] = [];
  for (const entry of Deno.readDirSync(`${root}/chapters`)) {
    if (!entry.isDirectory) continue;
    const source = `chapters/${entry.name}/index.md`;
    const text = readIfThere(`${root}/${source}`);
    if (text === undefined) continue;
    const facts = readChapterFacts(text, source);
    expectTitle(facts.title, text, source);
    if (!entry.name.startsWith(`${facts.section}-`)) {
      throw new Error(
        `${source}: The section is "${facts.section}", the folder is ${entry.name}; a chapter's folder is named <section>-<slug>`,
      );
    }
    chapters.push({
      ...facts,
      folder: entry.name,
      source,
      address: `/${entry.name}/`,
    });
  }
  chapters.sort((a, b) => compareSections(a.section, b.section));
  chapters.forEach((chapter, index) => {
    const before = chapters[index - 1];
    if (before?.section === chapter.section) {
      throw new Error(
        `${chapter.source}: Section ${chapter.section} is also ${before.source}; each chapter has a section of its own`,
      );
    }
  });
  return chapters;
}

/**
 * Reads the front matter of the reference, the pages beside the chapters:
 * every folder of `site/pages` that holds an `index.md`.
 *
 * @param root the project's root
 * @returns the pages, by title
 * @throws {Error} when the front matter of one is wrong
 */
export function readReference(root = "."): readonly TextPage[] {
  const pages: TextPage[] = [];
  for (const { name } of Deno.readDirSync(`${root}/site/pages`)) {
    const source = `site/pages/${name}/index.md`;
    const text = readIfThere(`${root}/${source}`);
    if (text === undefined) continue;
    const facts = readPageFacts(text, source);
    expectTitle(facts.title, text, source);
    pages.push({ ...facts, source, address: `/${name}/` });
  }
  return pages.sort((a, b) => a.title.localeCompare(b.title, "en"));
}

/** Orders section numbers the way a table of contents does: 2, 2.1, 2.2, 3. */
export function compareSections(a: string, b: string): number {
  const left = a.split(".").map(Number);
  const right = b.split(".").map(Number);
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? -1) - (right[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

function expectTitle(title: string, text: string, source: string): void {
  const { body, linesBefore } = splitFrontMatter(text);
  const lines = body.split("\n");
  const index = lines.findIndex((line) => line.trim() !== "");
  const first = lines[index]?.trim() ?? "";
  if (first !== `# ${title}`) {
    throw new Error(
      `${source}:${
        linesBefore + index + 1
      }: The text begins with "${first}"; its first line must be "# ${title}", the title of the front matter`,
    );
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return Deno.readTextFileSync(path);
  } catch (error) {
    if (
      error instanceof Deno.errors.NotFound ||
      error instanceof Deno.errors.NotADirectory
    ) return undefined;
    throw error;
  }
}
