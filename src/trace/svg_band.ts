/**
 * One band of the SVG: the axis above, the lanes, the printed lines below.
 *
 * It is drawn from back to front: the tinted zones in which the clock stands
 * still, the leaders down to the printed lines, the spans, the links, the boxes,
 * and all text.
 *
 * @module
 */

import type { Band, Layout, Measures, PlacedColumn } from "./bands.ts";
import { isCrowd } from "./lanes.ts";
import type { Picture, Span } from "./picture.ts";
import { waitedFor, withCommas } from "./plain_words.ts";
import {
  BADGE,
  badge,
  BOX,
  box,
  HEAD,
  link,
  passage,
  span,
  waker,
} from "./svg_marks.ts";
import { CHARACTER } from "./svg_style.ts";
import {
  displayWidth,
  printable,
  shortenEnd,
  shortenMiddle,
} from "./text_width.ts";
import { element, escaped } from "./xml.ts";

/** Heights, in pixels from the top of the band. */
const TIME_LINE = 12;
const PASS_LINE = 29;
const FIRST_LANE = 52;
const LANE = 32;
const PRINT = 18;

/** Between the names and the first column. */
const MARGIN = 14;

/** Right of the last column. */
const END = 6;

/** From the end of a box, or of its badge, to the trunk of its links. */
const TO_TRUNK = 7;

/** More printed lines than this in one band, and some are left out. */
const MOST_PRINTS = 24;

/** A band as SVG, and how much room it takes. */
export interface DrawnBand {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Draws the bands of one picture. */
export class BandPainting {
  /** The sizes with which the picture must be laid out. */
  readonly measures: Measures;
  readonly #picture: Picture;
  readonly #left: number;

  /**
   * @param picture what to draw
   * @param width how wide the drawing may be, in pixels
   */
  constructor(picture: Picture, width: number) {
    this.#picture = picture;
    const names = picture.rows.map(({ title }) => textWidth(printable(title)));
    const room = Math.max(9 * CHARACTER, width / 4);
    this.#left = Math.min(room, Math.max(5 * CHARACTER, ...names)) + MARGIN;
    this.measures = {
      available: width - this.#left - END,
      columnWidth: ({ ending }) => boxEnd(ending !== null) + TO_TRUNK + HEAD,
      passSpace: 6,
      gapWidths: [280, 200, 140, 100, 76, 56, 44, 36],
      labelWidth: (label) => CHARACTER * label.length,
    };
  }

  /**
   * Draws one band.
   *
   * @param band the band
   * @param unit the unit of its times
   * @param top where its upper edge is
   * @returns the SVG and its size
   */
  draw(band: Band, unit: Layout["unit"], top: number): DrawnBand {
    const rows = this.#presentRows(band);
    const heights = new Map(
      rows.map((row, index) => [row, FIRST_LANE + index * LANE]),
    );
    const bottom = FIRST_LANE + (rows.length - 1) * LANE + LANE / 2;
    const prints = this.#paintPrints(band, heights, bottom + 8);
    const parts = [
      this.#paintZones(band, bottom),
      prints.leaders,
      this.#paintAxis(band, unit),
      ...rows.map((row) => this.#paintLane(band, row, heights)),
      ...band.columns.map((placed) => this.#paintLinks(placed, heights)),
      ...band.columns.map((placed) => this.#paintBox(placed, heights)),
      this.#paintOutsideCancels(band, heights),
      prints.texts,
    ];
    return {
      svg: element(
        "g",
        { transform: `translate(0 ${Math.round(top)})` },
        ...parts,
      ),
      width: Math.max(this.#left + band.width + END, prints.width),
      height: prints.bottom,
    };
  }

  #presentRows(band: Band): number[] {
    const first = 2 * band.first;
    const last = first + 2 * band.columns.length;
    return this.#picture.rows.flatMap(({ spans }, row) =>
      spans.some(({ from, to }) => from < last && to > first) ||
        band.columns.some(({ column }) => column.row === row)
        ? [row]
        : []
    );
  }

  /** The clock stands still inside a zone and runs between two. */
  #paintZones(band: Band, bottom: number): string {
    return band.instants.map(({ x }, index) => {
      const next = band.instants[index + 1];
      const gap = band.gaps.find((gap) => gap.x >= x);
      const end = Math.min(
        gap?.x ?? Infinity,
        next ? next.x - 6 : Infinity,
        band.width,
      );
      return element("rect", {
        class: "zone",
        x: this.#left + x - 6,
        y: 0,
        width: Math.max(end - x + 6, BOX + 12),
        height: bottom,
        rx: 4,
      });
    }).join("");
  }

  #paintAxis(band: Band, unit: Layout["unit"]): string {
    const parts = [
      text("muted", 0, TIME_LINE, unit),
      text("muted", 0, PASS_LINE, "pass"),
    ];
    for (const { x, width, cut } of band.gaps) {
      const before = band.instants.findLast((mark) => mark.x < x);
      const labelEnd = before
        ? before.x + this.measures.labelWidth(before.label)
        : 0;
      const from = this.#left + Math.max(x, labelEnd) + 6;
      const to = this.#left + x + width - 10;
      parts.push(passage(from, to, TIME_LINE - 4, cut));
    }
    for (const { x, label } of band.instants) {
      parts.push(text("time", this.#left + x, TIME_LINE, label));
    }
    let end = -Infinity;
    for (const { x, label } of band.passes) {
      if (x < end) continue;
      parts.push(text("pass muted", this.#left + x, PASS_LINE, label));
      end = x + CHARACTER * (label.length + 0.5);
    }
    return parts.join("");
  }

  #paintLane(
    band: Band,
    index: number,
    heights: ReadonlyMap<number, number>,
  ): string {
    const row = this.#picture.rows[index];
    const y = heights.get(index) ?? 0;
    if (row === undefined) return "";
    const name = shortenMiddle(
      printable(row.title),
      Math.floor((this.#left - MARGIN) / CHARACTER),
    );
    const parts = [
      text(isCrowd(row.lane) ? "name muted" : "name", 0, y + 4, name),
    ];
    for (const part of row.spans) {
      const [from, to] = this.#extent(band, part, index);
      if (to <= from) continue;
      parts.push(span(part.state, from, to, y));
      const room = [from, part.endedBy ? to - 16 : to] as const;
      parts.push(this.#paintWait(band, part, room, index, heights));
      const wakes = band.columns[(part.to >> 1) - band.first];
      if (part.endedBy && wakes && part.to % 2 === 0) {
        parts.push(waker(part.endedBy, to - 8, y));
      }
    }
    return parts.join("");
  }

  /** The name of what is waited for, above the line, where nothing crosses. */
  #paintWait(
    band: Band,
    { wait }: Span,
    [from, to]: readonly [number, number],
    row: number,
    heights: ReadonlyMap<number, number>,
  ): string {
    if (wait === null) return "";
    const label = printable(waitedFor(wait));
    const needed = textWidth(label) + 8;
    let start = from;
    for (const crossing of [...this.#crossings(band, row, heights), to]) {
      if (crossing <= from) continue;
      if (label !== "" && Math.min(crossing, to) - start >= needed) {
        const y = (heights.get(row) ?? 0) - 5;
        return text("muted", start + 4, y, label);
      }
      start = crossing;
    }
    return "";
  }

  /** Where links cross a lane, or leave or enter it, from left to right. */
  #crossings(
    band: Band,
    row: number,
    heights: ReadonlyMap<number, number>,
  ): number[] {
    return band.columns.flatMap((placed) => {
      const rows = placed.column.links.map((link) => link.row)
        .filter((target) => heights.has(target));
      const touched = [placed.column.row, ...rows];
      const crosses = rows.length > 0 && Math.min(...touched) <= row &&
        row <= Math.max(...touched);
      return crosses ? [this.#trunk(placed)] : [];
    });
  }

  #paintLinks(
    placed: PlacedColumn,
    heights: ReadonlyMap<number, number>,
  ): string {
    const { column, x } = placed;
    const y = heights.get(column.row) ?? 0;
    const from = { x: this.#left + x + boxEnd(column.ending !== null), y };
    return column.links.map(({ row, kind }) => {
      const to = heights.get(row);
      if (to === undefined) return "";
      const look = kind === "cancelled" ? kind : "woke";
      return link(look, from, this.#trunk(placed), to);
    }).join("");
  }

  #paintBox(
    { column, x }: PlacedColumn,
    heights: ReadonlyMap<number, number>,
  ): string {
    const lane = this.#picture.rows[column.row]?.lane;
    const y = heights.get(column.row) ?? 0;
    const kind = lane && isCrowd(lane)
      ? "crowd"
      : lane?.members[0]?.kind ?? "task";
    const left = this.#left + x;
    const end = column.ending === null
      ? ""
      : badge(column.ending, left + BOX + 3 + BADGE, y);
    return box(kind, left, y) + end;
  }

  #paintOutsideCancels(
    band: Band,
    heights: ReadonlyMap<number, number>,
  ): string {
    return this.#picture.outsideCancels.map(({ row, column }) => {
      const placed = band.columns[column - band.first];
      const y = heights.get(row);
      if (placed === undefined || y === undefined) return "";
      const x = this.#left + placed.x - HEAD - 4;
      return link("cancelled", { x: x - 5, y: FIRST_LANE - LANE / 2 }, x, y);
    }).join("");
  }

  #paintPrints(
    band: Band,
    heights: ReadonlyMap<number, number>,
    top: number,
  ): { leaders: string; texts: string; bottom: number; width: number } {
    const lines = band.columns.flatMap(({ column, x }) => {
      const y = heights.get(column.row) ?? 0;
      const shown = column.turns.length > 1
        ? column.prints.slice(0, 1)
        : column.prints;
      return shown.map((line) => ({ line, x: this.#left + x, y }));
    });
    const all = band.columns.reduce(
      (n, { column }) => n + column.prints.length,
      0,
    );
    const shown = lines.slice(0, MOST_PRINTS);
    const leaders: string[] = [], texts: string[] = [];
    let right = 0;
    shown.forEach(({ line, x, y }, index) => {
      const below = top + (index + 1) * PRINT;
      const placed = this.#placePrint(line, x, index === 0);
      right = Math.max(right, placed.right);
      leaders.push(element("path", {
        class: "leader",
        d: `M${Math.round(x + BOX / 2)} ${y + 9}V${below - 10}`,
      }));
      texts.push(text("print", placed.x, below, placed.line));
    });
    if (shown.length > 0) texts.push(text("muted", 0, top + PRINT, "print"));
    let bottom = top + shown.length * PRINT + (shown.length > 0 ? 6 : 0);
    if (all > shown.length) {
      const note = `… ${
        withCommas(all - shown.length)
      } more lines are left out`;
      bottom += PRINT;
      texts.push(text("muted", this.#left, bottom - 6, note));
    }
    return {
      leaders: leaders.join(""),
      texts: texts.join(""),
      bottom,
      width: right,
    };
  }

  /** Begins under the box, or ends there where the left side is roomier. */
  #placePrint(
    printed: string,
    x: number,
    besideTitle: boolean,
  ): { line: string; x: number; right: number } {
    const end = this.#left + this.measures.available + END;
    const rightRoom = Math.floor((end - x) / CHARACTER);
    const start = besideTitle ? this.#left : 0;
    const leftRoom = Math.floor((x + BOX - start) / CHARACTER);
    const whole = printable(printed);
    if (displayWidth(whole) <= rightRoom || rightRoom >= leftRoom) {
      const line = shortenEnd(whole, rightRoom);
      return { line, x, right: x + textWidth(line) };
    }
    const line = shortenEnd(whole, leftRoom);
    return { line, x: x + BOX - textWidth(line), right: x + BOX };
  }

  /** From the lane's own box, or from the head of the link that made it ready. */
  #extent(band: Band, { from, to }: Span, row: number): [number, number] {
    const placed = band.columns[(from >> 1) - band.first];
    const end = this.#xOfSlot(band, to);
    if (placed === undefined || from % 2 === 0) {
      return [this.#xOfSlot(band, from), end];
    }
    return placed.column.row === row
      ? [this.#left + placed.x + boxEnd(placed.column.ending !== null) + 3, end]
      : [this.#trunk(placed) + HEAD - 3, end];
  }

  #xOfSlot(band: Band, slot: number): number {
    const index = (slot >> 1) - band.first;
    if (index < 0) return this.#left - 6;
    const placed = band.columns[index];
    if (placed === undefined) return this.#left + band.width + 6;
    if (slot % 2 === 0) return this.#left + placed.x;
    return this.#trunk(placed);
  }

  #trunk({ column, x }: PlacedColumn): number {
    return this.#left + x + boxEnd(column.ending !== null) + TO_TRUNK;
  }
}

/** The width of a box with or without its badge. */
function boxEnd(badged: boolean): number {
  return badged ? BOX + 3 + 2 * BADGE : BOX;
}

function textWidth(line: string): number {
  return CHARACTER * displayWidth(line);
}

function text(kind: string, x: number, y: number, content: string): string {
  return element("text", { class: kind, x, y }, escaped(content));
}
