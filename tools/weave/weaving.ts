/**
 * Weaving: every block of a chapter, or of a page of the reference, that names
 * a file or a run gets its text from there.
 *
 * The book shows only what is in a file and what a program printed. So a page
 * is never edited where a block stands; the block says what it wants, and this
 * finds out what that is now. Nothing is written here: the outcome is a list of
 * problems, and a list of changes that make sense only when there is no problem.
 *
 * @module
 */

import { join, relative } from "node:path";
import type { Place } from "../reference.ts";
import { type Change, readPage } from "./files.ts";
import { requestOf } from "./info_string.ts";
import { type Block, Loom, type Woven } from "./loom.ts";
import { fencesOf, misplacedFences, withBodies } from "./markdown.ts";
import { messageOf, type Problem } from "./problem.ts";
import type { Runs } from "./runs.ts";
import { traceChanges } from "./trace_files.ts";

/** What weaving found out. */
export interface Weaving {
  /** How many blocks were looked at. */
  readonly blocks: number;
  /** What keeps the book from being woven. */
  readonly problems: readonly Problem[];
  /** Which blocks are out of date. */
  readonly stale: readonly Stale[];
  /** The files to write or to remove. */
  readonly changes: readonly Change[];
}

/** A block that is out of date, or a recorded trace that is. */
export interface Stale {
  /** The file, from the project's root. */
  readonly page: string;
  /** The line of the block. */
  readonly line: number;
  /** What the block asks for: `ts file=main.ts#gather`. */
  readonly what: string;
  /** The lines it has. */
  readonly before: readonly string[];
  /** The lines it should have. */
  readonly after: readonly string[];
}

/**
 * Finds out what the blocks of some pages should show.
 *
 * @param root the project's root
 * @param places the folders of the pages
 * @param runs runs their programs
 * @param onBlock is told after each block how many of how many are done
 * @returns problems, stale blocks and changes, in the order of the book
 */
export async function weave(
  root: string,
  places: readonly Place[],
  runs: Runs,
  onBlock: (done: number, all: number) => void = () => {},
): Promise<Weaving> {
  const pages = (await Promise.all(
    places.map((place) => pagesOf(root, place)),
  )).flat();
  const all = pages.reduce((sum, page) => sum + page.blocks.length, 0);
  let done = 0;
  const woven = await Promise.all(
    pages.map((page) =>
      weavePage(page, (block) => {
        const loom = new Loom({ root, place: page.place, runs });
        return loom.weave(block).finally(() => onBlock(++done, all));
      })
    ),
  );
  const traces = new Map(woven.flatMap((page) => [...page.traces]));
  const recordings = await traceChanges(places, traces);
  return {
    blocks: all,
    problems: woven.flatMap(({ problems }) => problems),
    stale: [
      ...woven.flatMap(({ stale }) => stale),
      ...recordings.map(({ path, reason }) => ({
        page: nameOf(root, path),
        line: 1,
        what: reason,
        before: [],
        after: [],
      })),
    ],
    changes: [...woven.flatMap(({ changes }) => changes), ...recordings],
  };
}

/** A markdown file. */
interface Page {
  readonly place: Place;
  readonly path: string;
  /** Its path from the project's root. */
  readonly name: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly problems: readonly Problem[];
}

async function pagesOf(root: string, place: Place): Promise<Page[]> {
  const pages: Page[] = [];
  for (const file of ["index.md", "index.zh.md"]) {
    const path = join(place.path, file);
    const name = nameOf(root, path);
    try {
      const text = await readPage(path);
      if (text === undefined) continue;
      pages.push({ place, path, name, text, ...blocksOf(name, text) });
    } catch (error) {
      const problem = { page: name, line: 1, message: messageOf(error) };
      pages.push({
        place,
        path,
        name,
        text: "",
        blocks: [],
        problems: [problem],
      });
    }
  }
  return pages;
}

function blocksOf(
  page: string,
  text: string,
): { blocks: Block[]; problems: Problem[] } {
  const problems: Problem[] = misplacedFences(text)
    .map((problem) => ({ page, ...problem }));
  const blocks: Block[] = [];
  for (const fence of fencesOf(text)) {
    try {
      const request = requestOf(fence.info);
      if (request !== undefined) blocks.push({ fence, request });
    } catch (error) {
      problems.push({ page, line: fence.line, message: messageOf(error) });
    }
  }
  return { blocks, problems };
}

async function weavePage(
  page: Page,
  weaveBlock: (block: Block) => Promise<Woven>,
): Promise<Omit<Weaving, "blocks"> & { traces: Map<string, string> }> {
  const problems = [...page.problems];
  const stale: Stale[] = [];
  const bodies = new Map<number, readonly string[]>();
  const traces = new Map<string, string>();
  await Promise.all(page.blocks.map(async (block) => {
    const { line, info, text } = block.fence;
    try {
      const { lines, trace } = await weaveBlock(block);
      bodies.set(line, lines);
      if (trace !== undefined) traces.set(...trace);
      if (text === lines.join("\n")) return;
      const before = text === "" ? [] : text.split("\n");
      stale.push({ page: page.name, line, what: info, before, after: lines });
    } catch (error) {
      problems.push({ page: page.name, line, message: messageOf(error) });
    }
  }));
  const byLine = (a: { line: number }, b: { line: number }) => a.line - b.line;
  const text = problems.length === 0
    ? withBodies(page.text, bodies)
    : page.text;
  return {
    problems: problems.sort(byLine),
    stale: stale.sort(byLine),
    changes: text === page.text ? [] : [{ path: page.path, text }],
    traces,
  };
}

function nameOf(root: string, path: string): string {
  return relative(root, path).replaceAll("\\", "/");
}
