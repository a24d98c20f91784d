/**
 * What the examples of a page say they print: the words behind their arrows,
 * as in `print(a)  # → 1`.
 *
 * @module
 */

/** A function of TypeScript that is exported: an example. */
const TYPESCRIPT = /^export (?:async )?function\*? (\w+)/m;

/** A function of Python at the outermost level: an example, or a part of one. */
const PYTHON = /^(?:async )?def (\w+)/m;

/**
 * Finds what the functions of a file say they print.
 *
 * @param source the file's text
 * @param language what it is written in
 * @returns the words behind each function's arrows; empty where it has none
 */
export function promised(
  source: string,
  language: "typescript" | "python",
): Map<string, string> {
  const declaration = language === "python" ? PYTHON : TYPESCRIPT;
  const [, ...parts] = source.split(declaration);
  const promises = new Map<string, string>();
  for (let i = 0; i < parts.length; i += 2) {
    const arrows = parts[i + 1]!.matchAll(/(?:\/\/|#) → (.*)$/gm);
    promises.set(parts[i]!, Array.from(arrows, ([, text]) => text).join(" "));
  }
  return promises;
}

/** The names of the regions in a file, sorted. */
export function regions(source: string): string[] {
  return found(source, /(?:\/\/ #|# )region ([\w-]+)$/gm);
}

/** The names of the regions of a file that a page shows, sorted. */
export function shown(page: string, file: string): string[] {
  const language = file.endsWith(".py") ? "python" : "ts";
  const fence = `^\`\`\`${language} file=${
    file.replace(".", "\\.")
  }#([\\w-]+)$`;
  return found(page, new RegExp(fence, "gm"));
}

/** The first group of every match, sorted. */
export function found(text: string, pattern: RegExp): string[] {
  return Array.from(text.matchAll(pattern), ([, name]) => name!).sort();
}
