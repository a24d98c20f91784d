import type { Layout } from "./bands.ts";
import { isCrowd } from "./lanes.ts";
import type { Picture } from "./picture.ts";
import type { GlyphSet } from "./text_glyphs.ts";

/**
 * Explains the characters of a text timeline: those that occur in it, no more.
 *
 * @param picture what was drawn
 * @param layout how it was laid out
 * @param glyphs the characters it was drawn with
 * @param width how many terminal columns there are
 * @returns lines that fit into the width
 */
export function legendLines(
  picture: Picture,
  layout: Layout,
  glyphs: GlyphSet,
  width: number,
): string[] {
  const spans = picture.rows.flatMap(({ spans }) => spans);
  const links = picture.columns.flatMap(({ links }) => links);
  const endings = new Set(picture.columns.map(({ ending }) => ending));
  const cancels = picture.outsideCancels.length > 0 ||
    links.some(({ kind }) => kind === "cancelled");
  const entries: [occurs: boolean, entry: string][] = [
    [true, `${glyphs.running} runs`],
    [
      picture.rows.some(({ lane }) => isCrowd(lane)),
      `${glyphs.crowd} many run`,
    ],
    [
      spans.some(({ state }) => state === "ready"),
      `${glyphs.ready} ready`,
    ],
    [
      spans.some(({ state }) => state === "waiting"),
      `${glyphs.waiting} waits`,
    ],
    [
      spans.some(({ state }) => state === "held"),
      `${glyphs.held} held up by an eager task`,
    ],
    [
      links.some(({ kind }) => kind !== "cancelled"),
      `${glyphs.intoRowDown}${glyphs.ready} made or woken`,
    ],
    [cancels, `${glyphs.cancelRequest} asked to cancel`],
    [endings.has("finished"), `${glyphs.finished} done`],
    [endings.has("failed"), `${glyphs.failed} failed`],
    [endings.has("cancelled"), `${glyphs.cancelled} cancelled`],
    [
      layout.bands.some(({ gaps }) => gaps.some(({ cut }) => cut)),
      `${glyphs.cut} gap drawn shorter`,
    ],
  ];
  return wrapEntries(
    entries.flatMap(([occurs, entry]) => occurs ? [entry] : []),
    width,
  );
}

/** An entry is never torn apart. */
function wrapEntries(entries: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const entry of entries) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 3 + entry.length <= width) {
      lines[lines.length - 1] = `${line}   ${entry}`;
    } else lines.push(entry);
  }
  return lines;
}
