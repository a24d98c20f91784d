/**
 * Where in its file a shown region stands, for the line numbers in captions
 * and links. Marks are `// #region name` and `// #endregion`, in Python `#
 * region name` and `# endregion`.
 *
 * @module
 */

import type { LineRange } from "../addresses.ts";

const START = /^\s*(?:\/\/\s*#region|#\s*region)\s+(\S+)\s*$/;
const END = /^\s*(?:\/\/\s*#endregion|#\s*endregion)\b/;

/**
 * Finds a region.
 *
 * @param text the whole file
 * @param name the region's name
 * @returns its lines, without the marks; `undefined` when the file has no such
 * region or does not close it
 */
export function regionLines(text: string, name: string): LineRange | undefined {
  const lines = text.split("\n");
  const start = lines.findIndex((line) => START.exec(line)?.[1] === name);
  if (start < 0) return undefined;
  let depth = 1;
  for (let i = start + 1; i < lines.length; i++) {
    if (START.test(lines[i]!)) depth++;
    else if (END.test(lines[i]!)) depth--;
    if (depth === 0) return { first: start + 2, last: i };
  }
  return undefined;
}
