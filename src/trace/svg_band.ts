/**
 * One band of the SVG: the axis above, the lanes, the printed lines below.
 *
 * It is drawn from back to front: the tinted zones in which the clock stands
 * still, the leaders down to the printed lines, the spans, the links, the boxes,
 * and all text.
 *
 * @module
 */

import { rowsIn } from "./band_contents.ts";
import type { Band, Layout, Measures, PlacedColumn } from "./bands.ts";
import { isCrowd } from "./lanes.ts";
import type { Picture, Span } from "./picture.ts";
import { waitedFor } from "./plain_words.ts";
import { axis, zones } from "./svg_axis.ts";
import {
  BADGE,
  badge,
  BOX,
  box,
  HEAD,
  link,
  span,
  waker,
} from "./svg_marks.ts";
import { drawPrints } from "./svg_prints.ts";
import { CHARACTER } from "./svg_style.ts";
import { text, textWidth } from "./svg_text.ts";
import { printable, shortenMiddle } from "./text_width.ts";
import { element } from "./xml.ts";

/** Heights, in pixels from the top of the band. */
const FIRST_LANE = 52;
const LANE = 32;

/** Between the names and the first column. */
const MARGIN = 14;

/** Right of the last column. */
const END = 6;

/** From the end of a box, or of its badge, to the trunk of its links. */
const TO_TRUNK = 7;

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
    const rows = rowsIn(this.#picture, band);
    const heights = new Map(
      rows.map((row, index) => [row, FIRST_LANE + index * LANE]),
    );
    const bottom = FIRST_LANE + (rows.length - 1) * LANE + LANE / 2;
    const end = this.#left + this.measures.available + END;
    const area = { left: this.#left, end, top: bottom + 8 };
    const prints = drawPrints(band, (row) => heights.get(row) ?? 0, area);
    const parts = [
      zones(band, this.#left, bottom),
      prints.leaders,
      axis(band, unit, this.#left, this.measures),
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
      width: Math.max(this.#left + band.width + END, prints.right),
      height: prints.bottom,
    };
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
    // Callbacks of one name share a lane, so their captions can meet.
    const captions: Caption[] = [];
    for (const part of row.spans) {
      const [from, to] = this.#extent(band, part, index);
      if (to <= from) continue;
      parts.push(span(part.state, from, to, y));
      const crossings = this.#crossings(band, index, heights);
      const caption = placeCaption(part, captions, [
        from,
        ...crossings.filter((x) => x > from && x < to),
        part.endedBy ? to - 16 : to,
      ]);
      if (caption !== null) {
        captions.push(caption);
        parts.push(text("muted", caption.from + 4, y - 5, caption.label));
      }
      const wakes = band.columns[(part.to >> 1) - band.first];
      if (part.endedBy && wakes && part.to % 2 === 0) {
        parts.push(waker(part.endedBy, to - 8, y));
      }
    }
    return parts.join("");
  }

  /** Where boxes stand in a lane and links cross it, from left to right. */
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
      const own = placed.column.row === row;
      return [
        ...own ? [this.#left + placed.x, this.#boxEnd(placed)] : [],
        ...crosses ? [this.#trunk(placed)] : [],
      ];
    });
  }

  #paintLinks(
    placed: PlacedColumn,
    heights: ReadonlyMap<number, number>,
  ): string {
    const { column } = placed;
    const y = heights.get(column.row) ?? 0;
    const from = { x: this.#boxEnd(placed), y };
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

  /** From the lane's own box, or from the head of the link that made it ready. */
  #extent(band: Band, { from, to }: Span, row: number): [number, number] {
    const placed = band.columns[(from >> 1) - band.first];
    const end = this.#xOfSlot(band, to);
    if (placed === undefined || from % 2 === 0) {
      return [this.#xOfSlot(band, from), end];
    }
    return placed.column.row === row
      ? [this.#boxEnd(placed) + 3, end]
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

  #boxEnd({ column, x }: PlacedColumn): number {
    return this.#left + x + boxEnd(column.ending !== null);
  }

  #trunk(placed: PlacedColumn): number {
    return this.#boxEnd(placed) + TO_TRUNK;
  }
}

/** The width of a box with or without its badge. */
function boxEnd(badged: boolean): number {
  return badged ? BOX + 3 + 2 * BADGE : BOX;
}

/** The name of what is waited for, above the line. */
interface Caption {
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

/** Puts a caption where it fits between two places that are taken. */
function placeCaption(
  { wait }: Span,
  others: readonly Caption[],
  taken: readonly number[],
): Caption | null {
  const label = wait === null ? "" : printable(waitedFor(wait));
  const needed = textWidth(label) + 8;
  const from = taken.find((x, index) =>
    (taken[index + 1] ?? -Infinity) - x >= needed &&
    others.every((other) => x + needed <= other.from || other.to <= x)
  );
  if (label === "" || from === undefined) return null;
  return { label, from, to: from + needed };
}
