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
 * @param meanings what occurs
 * @param glyphs the characters it was drawn with
 * @param width how many terminal columns there are
 * @param color whether to color
 * @returns lines that fit into the width
 */
export function legendLines(
  meanings: ReadonlySet<Meaning>,
  glyphs: GlyphSet,
  width: number,
  color: boolean,
): string[] {
  const lines: Entry[][] = [];
  let used = 0;
  for (const entry of entriesOf(glyphs)) {
    if (!meanings.has(entry.meaning)) continue;
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

/** All signs that may need a word, in the order of a task's life. */
function entriesOf(glyphs: GlyphSet): Entry[] {
  const intoRow = glyphs.intoRowDown + glyphs.ready;
  return [
    { sign: glyphs.running, meaning: "running", label: "runs" },
    { sign: glyphs.crowd, meaning: "crowd", label: "many run" },
    { sign: glyphs.ready, meaning: "ready", label: "ready" },
    { sign: glyphs.waiting, meaning: "waiting", label: "waits" },
    { sign: glyphs.held, meaning: "held", label: "held up" },
    { sign: intoRow, meaning: "line", label: "made or woken" },
    {
      sign: glyphs.cancelRequest,
      meaning: "cancel-line",
      label: "asked to cancel",
    },
    { sign: glyphs.finished, meaning: "finished", label: "done" },
    { sign: glyphs.failed, meaning: "failed", label: "failed" },
    { sign: glyphs.cancelled, meaning: "cancelled", label: "cancelled" },
    { sign: glyphs.cut, meaning: "cut", label: "gap drawn shorter" },
  ];
}
