/**
 * The pages of the chapters as the ledger needs them: their headings, and what
 * they show.
 *
 * @module
 */

/** A heading with an id. */
export interface Heading {
  readonly id: string;
  /** How many # it has. */
  readonly level: number;
  /** What it says, in markdown. */
  readonly text: string;
  readonly line: number;
  /** What stands below it, up to the next heading that is not below it. */
  readonly section: string;
}

const HEADING = /^(#{2,6})\s+(.*?)\s*\{#([a-z][a-z0-9-]*)\}\s*$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/**
 * Finds the headings of a page that have an id.
 *
 * @param page the text of a markdown file
 * @returns the headings, in order
 */
export function headingsOf(page: string): Heading[] {
  const lines = page.split(/\r?\n/);
  const found: Omit<Heading, "section">[] = [];
  let fence: string | undefined;
  for (const [index, line] of lines.entries()) {
    const [, ticks] = FENCE.exec(line) ?? [];
    if (fence === undefined && ticks !== undefined) fence = ticks;
    else if (fence !== undefined) {
      if (line.trim().startsWith(fence)) fence = undefined;
    } else {
      const [, marks, text, id] = HEADING.exec(line) ?? [];
      if (id === undefined) continue;
      found.push({ id, level: marks!.length, text: text!, line: index + 1 });
    }
  }
  return found.map((heading, index) => {
    const next = found.slice(index + 1)
      .find(({ level }) => level <= heading.level);
    const section = lines.slice(heading.line, next && next.line - 1);
    return { ...heading, section: section.join("\n") };
  });
}

/**
 * Tells whether a page shows what a program prints.
 *
 * @param page the text of a markdown file
 * @param program the program, from the folder of the page
 */
export function shows(page: string, program: string): boolean {
  return page.split(/\r?\n/).some((line) =>
    FENCE.test(line) && line.split(/\s+/).includes(`run=${program}`)
  );
}
