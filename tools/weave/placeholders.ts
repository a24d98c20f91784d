/**
 * Names for what is different in every run: a port, a measured time.
 *
 * A block says `vary-port="localhost:(\d+)"`, and its text then has `‹port›`
 * where the number stood. A reader who meets such a name must be told what it
 * stands for, so the prose of the same section has to mention it.
 *
 * @module
 */

/** A part of the output that is shown as its name, `‹port›`. */
export interface Placeholder {
  readonly name: string;
  readonly pattern: RegExp;
}

/**
 * Reads a placeholder.
 *
 * @param name what it is called
 * @param value the regular expression: its first group varies, or all of it
 * @returns the placeholder
 * @throws {SyntaxError} when it has no name or is no regular expression
 */
export function placeholderOf(name: string, value: string): Placeholder {
  if (name === "") {
    throw new SyntaxError(
      'A placeholder needs a name; write vary-port="localhost:(\\d+)"',
    );
  }
  try {
    return { name, pattern: new RegExp(value, "gdu") };
  } catch (error) {
    throw new SyntaxError(
      `vary-${name}="${value}" is no regular expression: ${
        (error as Error).message
      }`,
    );
  }
}

/**
 * Puts names in place of what varies.
 *
 * @param lines what was printed
 * @param placeholders what varies
 * @param prose the text of the section the block stands in
 * @returns the lines with names in them
 * @throws {Error} when something that should vary is not there, or a name is not
 * explained
 */
export function withPlaceholders(
  lines: readonly string[],
  placeholders: readonly Placeholder[],
  prose: string,
): string[] {
  let text = lines.join("\n");
  for (const { name, pattern } of placeholders) {
    const mark = `‹${name}›`;
    const places = [...text.matchAll(pattern)]
      .map(({ indices }) => indices![1] ?? indices![0]!);
    if (places.length === 0) {
      throw new Error(
        `printed nothing that vary-${name}="${pattern.source}" fits; correct the pattern or take it away`,
      );
    }
    if (!prose.includes(mark)) {
      throw new Error(
        `has a placeholder ${mark} that nobody explains; say in the text of this section what ${mark} stands for`,
      );
    }
    for (const [start, end] of places.reverse()) {
      text = text.slice(0, start) + mark + text.slice(end);
    }
  }
  return text.split("\n");
}
