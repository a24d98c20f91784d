import type { Layout } from "./bands.ts";
import { isCrowd } from "./lanes.ts";
import type { Picture } from "./picture.ts";
import { type GlyphSet, type Meaning, paint } from "./text_glyphs.ts";
import { displayWidth } from "./text_width.ts";

/** One sign and what it means. */
interface Entry {
  readonly sign: string;
  readonly meaning: Meaning;
  readonly label: string;
}

/**
 * Explains the characters of a text timeline: those that occur in it, no more.
 *
 * @param picture what was drawn
 * @param layout how it was laid out
 * @param glyphs the characters it was drawn with
 * @param look the width in terminal columns, and whether to colour
 * @returns lines that fit into the width
 */
export function legendLines(
  picture: Picture,
  layout: Layout,
  glyphs: GlyphSet,
  { width, color }: { width: number; color: boolean },
): string[] {
  const lines: Entry[][] = [];
  let used = 0;
  for (const entry of entriesOf(picture, layout, glyphs)) {
    const needed = displayWidth(`${entry.sign} ${entry.label}`);
    const line = lines.at(-1);
    if (line !== undefined && used + BETWEEN.length + needed <= width) {
      line.push(entry);
      used += BETWEEN.length + needed;
    } else {
      lines.push([entry]);
      used = needed;
    }
  }
  return lines.map((line) =>
    line.map(({ sign, meaning, label }) =>
      color
        ? `${paint(sign, meaning)} ${paint(label, "axis")}`
        : `${sign} ${label}`
    ).join(BETWEEN)
  );
}

const BETWEEN = "   ";

function entriesOf(
  picture: Picture,
  layout: Layout,
  glyphs: GlyphSet,
): Entry[] {
  const spans = picture.rows.flatMap(({ spans }) => spans);
  const links = picture.columns.flatMap(({ links }) => links);
  const states = new Set(spans.map(({ state }) => state));
  const endings = new Set(picture.columns.map(({ ending }) => ending));
  const cancels = picture.outsideCancels.length > 0 ||
    links.some(({ kind }) => kind === "cancelled");
  const cuts = layout.bands.some(({ gaps }) => gaps.some(({ cut }) => cut));
  const intoRow = glyphs.intoRowDown + glyphs.ready;

  const entries: [occurs: boolean, ...Parameters<typeof entry>][] = [
    [true, glyphs.running, "running", "runs"],
    [
      picture.rows.some(({ lane }) => isCrowd(lane)),
      glyphs.crowd,
      "running",
      "many run",
    ],
    [states.has("ready"), glyphs.ready, "ready", "ready"],
    [states.has("waiting"), glyphs.waiting, "waiting", "waits"],
    [states.has("held"), glyphs.held, "held", "held up by an eager task"],
    [
      links.some(({ kind }) => kind !== "cancelled"),
      intoRow,
      "line",
      "made or woken",
    ],
    [cancels, glyphs.cancelRequest, "cancel-line", "asked to cancel"],
    [endings.has("finished"), glyphs.finished, "finished", "done"],
    [endings.has("failed"), glyphs.failed, "failed", "failed"],
    [endings.has("cancelled"), glyphs.cancelled, "cancelled", "cancelled"],
    [cuts, glyphs.cut, "axis", "gap drawn shorter"],
  ];
  return entries.flatMap(([occurs, ...parts]) =>
    occurs ? [entry(...parts)] : []
  );
}

function entry(sign: string, meaning: Meaning, label: string): Entry {
  return { sign, meaning, label };
}
