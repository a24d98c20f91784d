/**
 * What stands after the three backticks: a language, and for a woven block the
 * file or the run it shows.
 *
 * @module
 */

/** The head of a code block, taken apart. */
export interface BlockInfo {
  /** The language, or `timeline`; `text` when none is given. */
  readonly language: string;
  /** The file shown, as written: a path from the chapter's folder. */
  readonly file?: string;
  /** The region of that file; absent when the whole file is shown. */
  readonly region?: string;
  /** The module whose run is shown: its output or its timeline. */
  readonly run?: string;
  /** How many of its first and last lines only show where the region stands. */
  readonly context?: readonly [number, number];
}

/**
 * Reads the head of a code block.
 *
 * @param info such as `ts file=main.ts#gather` or `timeline run=main.ts`
 * @returns its parts
 */
export function readBlockInfo(info: string): BlockInfo {
  const [language = "", ...rest] = info.trim().split(/\s+/);
  const values = new Map(rest.map((word): [string, string] => {
    const equals = word.indexOf("=");
    return equals < 0
      ? [word, ""]
      : [word.slice(0, equals), word.slice(equals + 1)];
  }));
  const [file, region] = values.get("file")?.split("#", 2) ?? [];
  const run = values.get("run");
  const context = readContext(values.get("context"));
  return {
    language: language || "text",
    ...(file && { file }),
    ...(region && { region }),
    ...(run && { run }),
    ...(context && { context }),
  };
}

/** `context=1` is one line on each side, `context=1,0` one before only. */
function readContext(
  value: string | undefined,
): readonly [number, number] | undefined {
  if (value === undefined) return undefined;
  const [before = 0, after = before] = value.split(",").map(Number);
  return [before, after];
}
