/**
 * A chapter's table of contents, read off its finished text.
 *
 * @module
 */

/** One entry of a table of contents. */
export interface ContentsEntry {
  /** The heading's id. */
  readonly id: string;
  /** The heading as HTML, without its link to itself. */
  readonly html: string;
  /** The h3 headings under an h2. */
  readonly children: ContentsEntry[];
}

const HEADING =
  /<h([23]) id="([^"]+)"><a class="self"[^>]*>([\s\S]*?)<\/a><\/h\1>/g;

/**
 * Lists the sections of a text.
 *
 * @param html the rendered markdown of a chapter
 * @returns its h2 headings, each with its h3 headings
 */
export function tableOfContents(html: string): readonly ContentsEntry[] {
  const entries: ContentsEntry[] = [];
  for (const [, level, id, text] of html.matchAll(HEADING)) {
    const entry = { id: id!, html: text!, children: [] };
    const section = entries.at(-1);
    if (level === "3" && section) section.children.push(entry);
    else entries.push(entry);
  }
  return entries;
}
