import type { Band } from "./bands.ts";
import { hiddenLinesNote } from "./notes.ts";
import { BOX } from "./svg_marks.ts";
import { CHARACTER, SANS_CHARACTER } from "./svg_style.ts";
import { text, textWidth } from "./svg_text.ts";
import { displayWidth, printable, shortenEnd } from "./text_width.ts";
import { element } from "./xml.ts";

const LINE = 18;

/** More printed lines than this in one band, and some are left out. */
const MOST_PRINTS = 24;

/** Where printed lines may stand. */
export interface PrintArea {
  /** Where the columns begin. */
  readonly left: number;
  /** Where the picture ends. */
  readonly end: number;
  /** Where the lanes end. */
  readonly top: number;
}

/** Printed lines as SVG, and where they end. */
export interface DrawnPrints {
  /** The lines that lead down to the texts; they belong to the background. */
  readonly leaders: string;
  readonly texts: string;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Writes what was printed below the boxes that printed it, one under the other.
 *
 * @param band the band
 * @param heightOf where the middle of a row is
 * @param area where there is room
 * @returns the SVG; nothing when nothing was printed
 */
export function drawPrints(
  band: Band,
  heightOf: (row: number) => number,
  area: PrintArea,
): DrawnPrints {
  const leaders: string[] = [], texts: string[] = [];
  let right = 0, bottom = area.top, shown = 0, all = 0;
  for (const { column, x } of band.columns) {
    all += column.prints.length;
    const most = column.turns.length > 1 ? 1 : MOST_PRINTS - shown;
    for (const line of column.prints.slice(0, most)) {
      if (shown === MOST_PRINTS) break;
      bottom += LINE;
      const placed = placePrint(line, area.left + x, shown === 0, area);
      right = Math.max(right, placed.right);
      const from = `${Math.round(area.left + x + BOX / 2)} ${
        heightOf(column.row) + 9
      }`;
      const d = `M${from}V${bottom - 10}`;
      leaders.push(element("path", { class: "leader", d }));
      texts.push(text("print", placed.x, bottom, placed.line));
      shown++;
    }
  }
  if (shown > 0) texts.push(text("muted", 0, area.top + LINE, "print"));
  if (all > shown) {
    bottom += LINE;
    const note = hiddenLinesNote(all - shown);
    const width = SANS_CHARACTER * note.length;
    const x = Math.max(0, Math.min(area.left, area.end - width));
    texts.push(text("muted", x, bottom, note));
    right = Math.max(right, x + width);
  }
  if (bottom > area.top) bottom += 6;
  return { leaders: leaders.join(""), texts: texts.join(""), right, bottom };
}

/** Begins under the box, or ends there where the left side is roomier. */
function placePrint(
  printed: string,
  x: number,
  besideTitle: boolean,
  { left, end }: PrintArea,
): { line: string; x: number; right: number } {
  const rightRoom = Math.floor((end - x) / CHARACTER);
  const start = besideTitle ? left : 0;
  const leftRoom = Math.floor((x + BOX - start) / CHARACTER);
  const whole = printable(printed);
  if (displayWidth(whole) <= rightRoom || rightRoom >= leftRoom) {
    const line = shortenEnd(whole, rightRoom);
    return { line, x, right: x + textWidth(line) };
  }
  const line = shortenEnd(whole, leftRoom);
  return { line, x: x + BOX - textWidth(line), right: x + BOX };
}
