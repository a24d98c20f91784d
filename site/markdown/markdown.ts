/**
 * The one markdown-it both builders use, configured once.
 *
 * Lume and Eleventy each bring a markdown-it of their own, of different
 * versions and with different plugins. Neither is used: each is handed
 * {@linkcode renderMarkdown} instead, so a page cannot come out differently
 * because of who built it.
 *
 * @module
 */

import markdownIt, { type MarkdownIt } from "npm:markdown-it@15.0.0";
import definitionLists from "npm:markdown-it-deflist@4.0.0";
import footnotes from "npm:markdown-it-footnote@4.0.0";
import { splitFrontMatter } from "../front_matter.ts";
import { asides } from "./asides.ts";
import { claimMarks } from "./claim_marks.ts";
import { codeBlocks } from "./code_blocks.ts";
import { figures } from "./figures.ts";
import { formulas } from "./formulas.ts";
import { headings } from "./headings.ts";
import { links } from "./links.ts";
import { marginNotes } from "./margin_notes.ts";
import type { PageEnv } from "./page_env.ts";
import { tables } from "./tables.ts";
import { tabs } from "./tabs.ts";

const markdown: MarkdownIt = markdownIt({ html: true, typographer: true })
  .disable("code")
  .use(definitionLists)
  .use(footnotes)
  .use(formulas)
  .use(headings)
  .use(claimMarks)
  .use(links)
  .use(marginNotes)
  .use(asides)
  .use(figures)
  .use(tables)
  .use(tabs)
  .use(codeBlocks);

/**
 * Renders one markdown file.
 *
 * @param body the markdown, with or without its front matter
 * @param source the file it comes from, relative to the project's root: links
 * are resolved against it and errors name it
 * @returns the HTML of the text, without a layout and without the title
 * @throws {Error} for anything in the text that the book does not allow, with
 * file and line
 */
export function renderMarkdown(body: string, source: string): string {
  const text = splitFrontMatter(body).body;
  const env: PageEnv = {
    source,
    linesBefore: linesBefore(text, source),
    used: 0,
  };
  return markdown.render(text, env);
}

/** How far down in its file a body starts, whatever a builder trimmed off. */
function linesBefore(body: string, source: string): number {
  let file: string;
  try {
    file = Deno.readTextFileSync(source);
  } catch {
    return 0;
  }
  const trimmed = body.trimStart();
  const start = file.lastIndexOf(trimmed.trimEnd());
  if (start < 0) return 0;
  const lines = (text: string) => text.split("\n").length - 1;
  const leading = body.slice(0, body.length - trimmed.length);
  return lines(file.slice(0, start)) - lines(leading);
}
