/**
 * The few lines of YAML at the head of a chapter, checked: a key that is
 * missing, unknown or of the wrong kind is an error here and nowhere later.
 *
 * @module
 */

import { parse } from "npm:yaml@2.9.1";

/** What a page says about itself. */
export interface PageFacts {
  /** The page's name: `Event loop`. */
  readonly title: string;
  /** One sentence for the home page, search results and link previews. */
  readonly description: string;
  /** The question the reader comes with. */
  readonly question: string;
}

/** What a chapter says about itself. */
export interface ChapterFacts extends PageFacts {
  /** Its number in the article: `2.2`. */
  readonly section: string;
}

/** A file cut into its front matter and the rest. */
export interface SplitText {
  /** The YAML between the two `---` lines; `undefined` when there is none. */
  readonly yaml: string | undefined;
  /** Everything after it. */
  readonly body: string;
  /** How many lines of the file come before the body. */
  readonly linesBefore: number;
}

/**
 * Cuts a file at its front matter.
 *
 * @param text the whole file
 * @returns the YAML, the body and where the body starts
 */
export function splitFrontMatter(text: string): SplitText {
  const match = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  if (!match) return { yaml: undefined, body: text, linesBefore: 0 };
  const linesBefore = match[0].split("\n").length - 1;
  return {
    yaml: match[1] ?? "",
    body: text.slice(match[0].length),
    linesBefore,
  };
}

const PAGE_KEYS = ["title", "description", "question"] as const;
const CHAPTER_KEYS = ["title", "section", "description", "question"] as const;

/**
 * Reads a chapter's front matter.
 *
 * @param text the whole file
 * @param path the file's path, for the error
 * @returns the chapter's facts
 * @throws {Error} when the front matter is missing, not YAML, lacks a key, has
 * one too many or one that is not text
 */
export function readChapterFacts(text: string, path: string): ChapterFacts {
  const facts = readFacts(text, path, CHAPTER_KEYS);
  if (!/^\d+(\.\d+)*$/.test(facts.section)) {
    throw new Error(
      `${path}: "section" is "${facts.section}"; write a number such as "2.2"`,
    );
  }
  return facts;
}

/**
 * Reads the front matter of a page that is no chapter.
 *
 * @param text the whole file
 * @param path the file's path, for the error
 * @returns the page's facts
 * @throws {Error} as {@linkcode readChapterFacts} does
 */
export function readPageFacts(text: string, path: string): PageFacts {
  return readFacts(text, path, PAGE_KEYS);
}

function readFacts<K extends string>(
  text: string,
  path: string,
  keys: readonly K[],
): Record<K, string> {
  const { yaml } = splitFrontMatter(text);
  if (yaml === undefined) {
    throw new Error(
      `${path}:1: The page has no front matter; begin it with --- and the keys ${
        keys.join(", ")
      }`,
    );
  }
  const facts = parseYaml(yaml, path);
  for (const key of Object.keys(facts)) {
    if (!keys.some((known) => known === key)) {
      throw new Error(
        `${path}: Unknown key "${key}" in the front matter; the keys are ${
          keys.join(", ")
        }`,
      );
    }
  }
  const read = (key: K): [K, string] => {
    const value = facts[key];
    if (typeof value === "string" && value.trim() !== "") {
      return [key, value.trim()];
    }
    if (value === undefined || value === null || value === "") {
      throw new Error(
        `${path}: The front matter lacks "${key}"; add a line "${key}: …"`,
      );
    }
    throw new Error(
      `${path}: "${key}" in the front matter is ${
        JSON.stringify(value)
      }, not text; put it in quotes`,
    );
  };
  return Object.fromEntries(keys.map(read)) as Record<K, string>;
}

function parseYaml(yaml: string, path: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = parse(yaml);
  } catch (error) {
    throw new Error(
      `${path}: The front matter is not YAML: ${
        error instanceof Error ? error.message : error
      }`,
    );
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Error(
      `${path}: The front matter is not a list of "key: value" lines`,
    );
  }
  return { ...value };
}
