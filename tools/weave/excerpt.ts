/**
 * Cuts the lines that a block shows out of a source file.
 *
 * A region is what stands between `// #region name` and `// #endregion`
 * (`# region name` and `# endregion` in Python). Regions may nest, so that one
 * block can show a function and another its heart; the marker lines themselves
 * are never shown. A file with a mistake in its markers shows nothing at all:
 * a region that silently ended elsewhere would put wrong lines into the book.
 *
 * @module
 */

import { extname } from "node:path";
import { suggestion } from "../nearest.ts";

/** Which lines of a file to show. */
export interface Cut {
  /** The region; absent for the whole file. */
  readonly region?: string;
  /** How many non-blank lines to show before and after the region. */
  readonly context: readonly [before: number, after: number];
}

/**
 * Cuts lines out of a source file.
 *
 * @param source the file's text
 * @param file the file's name, for error messages
 * @param cut which lines
 * @returns the lines, without markers and without common indentation
 * @throws {SyntaxError} when the region is missing or the file's markers are wrong
 */
export function excerpt(source: string, file: string, cut: Cut): string[] {
  const { lines, regions } = regionsOf(source, file);
  const shown = cut.region === undefined
    ? lines
    : regionLines(lines, regions, cut.region, cut.context, file);
  const kept = trimmed(
    shown.filter(({ marker }) => !marker).map(({ text }) => text),
  );
  if (kept.length === 0) {
    throw new SyntaxError(
      cut.region === undefined
        ? `${file} is empty; there is nothing to show`
        : `Region "${cut.region}" of ${file} is empty; there is nothing to show`,
    );
  }
  return unindented(kept);
}

interface Line {
  readonly text: string;
  readonly marker: boolean;
}

/** Where a region's lines stand, markers excluded: from first up to end. */
interface Region {
  readonly name: string;
  readonly first: number;
  readonly end: number;
}

function regionLines(
  lines: readonly Line[],
  regions: ReadonlyMap<string, Region>,
  name: string,
  [before, after]: Cut["context"],
  file: string,
): Line[] {
  const region = regions.get(name);
  if (region === undefined) {
    throw new SyntaxError(
      regions.size === 0
        ? `${file} has no region "${name}"; mark it with "${
          openingMarker(file, name)
        }"`
        : `${file} has no region "${name}"${suggestion(name, regions.keys())}`,
    );
  }
  const { first, end } = region;
  const above = around(lines.slice(0, first).reverse(), before).reverse();
  const below = around(lines.slice(end), after);
  for (
    const [side, wanted, found] of [
      ["before", before, above],
      ["after", after, below],
    ] as const
  ) {
    const there = found.filter(({ text }) => text.trim() !== "").length;
    if (there < wanted) {
      throw new SyntaxError(
        `Region "${name}" of ${file} has ${there} lines ${side} it, not ${wanted}; ask for less context, context=1,0 or context=0,1 for one side`,
      );
    }
  }
  return [...above, ...lines.slice(first, end), ...below];
}

/** The first `count` non-blank lines, with the blank lines on the way to them. */
function around(lines: readonly Line[], count: number): Line[] {
  const taken: Line[] = [];
  let left = count;
  for (const line of lines) {
    if (left === 0) break;
    if (line.marker) continue;
    taken.push(line);
    if (line.text.trim() !== "") left--;
  }
  return taken;
}

function regionsOf(
  source: string,
  file: string,
): { lines: Line[]; regions: Map<string, Region> } {
  const marker = markerPattern(file);
  const lines: Line[] = [];
  const regions = new Map<string, Region>();
  const open: { name: string; line: number }[] = [];
  for (const [index, text] of source.split(/\r\n|\n|\r/).entries()) {
    const [, word, name = ""] = marker.exec(text) ?? [];
    lines.push({ text, marker: word !== undefined });
    const at = `${file}:${index + 1}`;
    if (word === "region") {
      if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
        throw new SyntaxError(
          `${at}: "${name}" is no name for a region; use lower-case words joined by hyphens`,
        );
      }
      const twin = regions.get(name)?.first ??
        open.find((other) => other.name === name)?.line;
      if (twin !== undefined) {
        throw new SyntaxError(
          `${at}: region "${name}" begins again, it began on line ${twin}; give one of them another name`,
        );
      }
      open.push({ name, line: index + 1 });
    } else if (word === "endregion") {
      const last = open.pop();
      if (last === undefined) {
        throw new SyntaxError(`${at}: no region is open here; take this away`);
      }
      if (name !== "" && name !== last.name) {
        throw new SyntaxError(
          `${at}: this ends "${name}", but "${last.name}" of line ${last.line} is the one open; regions nest and don't overlap`,
        );
      }
      regions.set(last.name, { name: last.name, first: last.line, end: index });
    }
  }
  const [unclosed] = open;
  if (unclosed !== undefined) {
    throw new SyntaxError(
      `${file}:${unclosed.line}: region "${unclosed.name}" is never closed; end it with "${
        closingMarker(file)
      }"`,
    );
  }
  return { lines, regions };
}

const HASH_COMMENTS = [".py", ".sh", ".toml", ".yaml", ".yml"];

function markerPattern(file: string): RegExp {
  return HASH_COMMENTS.includes(extname(file))
    ? /^\s*#\s*(region|endregion)(?:\s+(\S+))?\s*$/
    : /^\s*(?:\/\/|\/\*|<!--)\s*#(region|endregion)\b\s*(.*?)\s*(?:\*\/|-->)?\s*$/;
}

function openingMarker(file: string, name: string): string {
  return `${hashes(file) ? "# region" : "// #region"} ${name}`;
}

function closingMarker(file: string): string {
  return hashes(file) ? "# endregion" : "// #endregion";
}

function hashes(file: string): boolean {
  return HASH_COMMENTS.includes(extname(file));
}

function trimmed(lines: readonly string[]): string[] {
  const filled = (line: string) => line.trim() !== "";
  const first = lines.findIndex(filled);
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex(filled) + 1);
}

function unindented(lines: readonly string[]): string[] {
  const indentations = lines
    .filter((line) => line.trim() !== "")
    .map((line) => /^[ \t]*/.exec(line)![0]);
  const common = indentations.reduce((shared, next) => {
    let length = 0;
    while (length < shared.length && shared[length] === next[length]) length++;
    return shared.slice(0, length);
  });
  return lines.map((line) =>
    line.trim() === "" ? "" : line.slice(common.length)
  );
}
