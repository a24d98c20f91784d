/**
 * Finds the fenced blocks, tables and lists of a page and replaces their text.
 *
 * Where a block begins and ends is markdown-it's decision, the same that draws
 * the site, so that the two cannot disagree about a block in a list, in a quote
 * or in a comment. Nothing is ever printed back from its tokens, though: they
 * only say which lines of the file to replace, and every other byte of the file
 * stays what it is.
 *
 * @module
 */

import markdownIt, { type Token } from "npm:markdown-it@15.0.0";

/** A fenced block, or a table between two comments. */
export interface Fence {
  /** The line of its opening, counted from 1. */
  readonly line: number;
  /** The words after the ticks, or in the opening comment. */
  readonly info: string;
  /** The ticks (or tildes) that open it; none for a table. */
  readonly ticks: string;
  /** What each of its lines begins with: indentation, `>` of a quote. */
  readonly prefix: string;
  /** Its text. */
  readonly text: string;
  /** The prose of its section: everything between the headings around it. */
  readonly prose: string;
}

/**
 * Finds all fenced blocks and woven tables.
 *
 * @param page the text of a markdown file
 * @returns the blocks, in order
 */
export function fencesOf(page: string): Fence[] {
  const lines = linesOf(page);
  const tokens = parse(lines);
  return tokens.flatMap((token, index): Fence[] => {
    if (token.map === null) return [];
    const table = tableAt(lines, token);
    if (table !== undefined) {
      const { first, end } = table;
      return [{
        line: first,
        info: table.info,
        ticks: "",
        prefix: "",
        text: textOf(lines.slice(first, end)).trim(),
        prose: proseAround(tokens, index),
      }];
    }
    if (token.type !== "fence") return [];
    const opening = lines[token.map[0]]!.text;
    const prefix = opening.slice(0, opening.indexOf(token.markup));
    return [{
      line: token.map[0] + 1,
      info: opening.slice(prefix.length + token.markup.length).trim(),
      ticks: token.markup,
      prefix,
      text: bodyOf(lines, token).map((line) => withoutPrefix(line.text, prefix))
        .join("\n"),
      prose: proseAround(tokens, index),
    }];
  });
}

/**
 * What is wrong with how a woven block stands in its page.
 *
 * @param page the text of a markdown file
 * @returns problems with their lines, empty when all is well
 */
export function misplacedFences(
  page: string,
): { line: number; message: string }[] {
  const lines = linesOf(page);
  const tokens = parse(lines);
  const problems: { line: number; message: string }[] = [];
  const seen = new Set<number>();
  for (const { type, map, markup, content } of tokens) {
    if (map === null) continue;
    const comment = type === "html_block" &&
      content.trimStart().startsWith("<!--");
    if (type !== "fence" && !comment) continue;
    for (let line = map[0]; line < map[1]; line++) seen.add(line);
    const [, , kind = ""] = TABLE.exec(content) ?? [];
    if (comment && kind !== "" && endOfTable(lines, map[0]) < 0) {
      const what = kind === "table" ? "table" : `list of ${kind}`;
      problems.push({
        line: map[0] + 1,
        message: `This ${what} is never closed; end it with ${endOf(kind)}`,
      });
    }
    if (type !== "fence") continue;
    const opening = lines[map[0]]!.text;
    if (!closes(lines[map[1] - 1]!.text, markup) || map[1] - 1 === map[0]) {
      problems.push({
        line: map[0] + 1,
        message: `This block is never closed; end it with ${markup}`,
      });
    } else if (
      WOVEN.test(opening) &&
      !/^[\s>]*$/.test(opening.slice(0, opening.indexOf(markup)))
    ) {
      problems.push({
        line: map[0] + 1,
        message:
          "A woven block can't begin on the line of its list mark; put the block on a line of its own",
      });
    }
  }
  for (const [index, { text }] of lines.entries()) {
    if (seen.has(index) || !WOVEN.test(text)) continue;
    problems.push({
      line: index + 1,
      message:
        "This looks like a woven block, but markdown does not read it as one; leave a blank line before it and indent it by at most 3 spaces from the text around it",
    });
  }
  return problems;
}

/**
 * Replaces the text of some blocks.
 *
 * @param page the text of a markdown file
 * @param bodies for the line of a block's opening ticks, its new lines
 * @returns the new text; equal to the old one when nothing changed
 */
export function withBodies(
  page: string,
  bodies: ReadonlyMap<number, readonly string[]>,
): string {
  const lines = linesOf(page);
  let written = "";
  let next = 0;
  for (const token of parse(lines)) {
    const { type, map, markup } = token;
    const body = map ? bodies.get(map[0] + 1) : undefined;
    if (body === undefined || map === null) continue;
    const table = tableAt(lines, token);
    if (table !== undefined) {
      const { first, end } = table;
      const { ending } = lines[first - 1]!;
      written += textOf(lines.slice(next, first));
      for (const line of ["", ...body, ""]) written += line + ending;
      next = end;
    }
    if (type !== "fence") continue;
    const { text: opening, ending } = lines[map[0]]!;
    const prefix = opening.slice(0, opening.indexOf(markup));
    written += textOf(lines.slice(next, map[0] + 1));
    for (const line of body) {
      written += (line === "" ? prefix.trimEnd() : prefix + line) + ending;
    }
    next = map[1] - 1;
  }
  return written + textOf(lines.slice(next));
}

/** The comment before a table, or before a list of claims. */
const TABLE = /^<!-- ((table|claims)(?: [^>]*)?) -->\s*$/;

/** The comment behind it. */
function endOf(kind: string): string {
  return `<!-- /${kind} -->`;
}

/** The table whose opening comment a token is: the lines between its comments. */
function tableAt(
  lines: readonly Line[],
  { type, map, content }: Token,
): { info: string; first: number; end: number } | undefined {
  const info = type === "html_block" ? TABLE.exec(content)?.[1] : undefined;
  if (info === undefined || map === null) return undefined;
  const end = endOfTable(lines, map[0]);
  return end < 0 ? undefined : { info, first: map[0] + 1, end };
}

/** The line of a table's closing comment, -1 when another begins before it. */
function endOfTable(lines: readonly Line[], start: number): number {
  const [, , kind = ""] = TABLE.exec(lines[start]!.text) ?? [];
  const end = lines.findIndex(({ text }, index) =>
    index > start && (text.trim() === endOf(kind) || TABLE.test(text))
  );
  return lines[end]?.text.trim() === endOf(kind) ? end : -1;
}

/** An opening fence that asks for weaving, wherever it stands. */
const WOVEN =
  /^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)*(?:`{3,}[^`]*|~{3,}.*)\b(?:file|run)=[^`]*$/;

/** One line and what ends it, so that joining them gives the file again. */
interface Line {
  readonly text: string;
  readonly ending: string;
}

function linesOf(page: string): Line[] {
  const parts = page.split(/(\r\n|\n|\r)/);
  const lines: Line[] = [];
  for (let i = 0; i < parts.length; i += 2) {
    lines.push({ text: parts[i]!, ending: parts[i + 1] ?? "" });
  }
  return lines;
}

function textOf(lines: readonly Line[]): string {
  return lines.map(({ text, ending }) => text + ending).join("");
}

const markdown = markdownIt({ html: true });

/** Reads the page; its front matter is no markdown and is blanked out first. */
function parse(lines: readonly Line[]): Token[] {
  const texts = lines.map(({ text }) => text.replace(/^\uFEFF/, ""));
  if (texts[0] === "---") {
    const end = texts.findIndex((text, index) =>
      index > 0 && text.trimEnd() === "---"
    );
    texts.fill("", 0, end + 1);
  }
  return markdown.parse(texts.join("\n"), {});
}

function bodyOf(lines: readonly Line[], { map }: Token): readonly Line[] {
  return lines.slice(map![0] + 1, map![1] - 1);
}

function withoutPrefix(line: string, prefix: string): string {
  return line.startsWith(prefix)
    ? line.slice(prefix.length)
    : line.startsWith(prefix.trimEnd())
    ? line.slice(prefix.trimEnd().length)
    : line;
}

function closes(line: string, markup: string): boolean {
  const text = line.replace(/^[\s>]*/, "").trimEnd();
  return text.length >= markup.length &&
    text === markup[0]!.repeat(text.length);
}

function proseAround(tokens: readonly Token[], index: number): string {
  const heading = ({ type }: Token) => type === "heading_open";
  const before = tokens.slice(0, index).findLastIndex(heading);
  const after = tokens.slice(index).findIndex(heading);
  return tokens
    .slice(Math.max(before, 0), after < 0 ? undefined : index + after)
    .filter(({ type }) => type === "inline")
    .map(({ content }) => content)
    .join("\n");
}
