/**
 * One band of the text timeline.
 *
 * A band is written in layers, each over the last: the axis; the spans in which
 * a lane is ready or waiting; the boxes; the lines between lanes, which cross
 * what is there; and then, where a waiting span is still unbroken for long
 * enough, the name of what it waits for.
 *
 * @module
 */

import { labelEndBefore, legible, rowsIn } from "./band_contents.ts";
import type { Band, Layout, Measures, PlacedColumn } from "./bands.ts";
import { isCrowd } from "./lanes.ts";
import { hiddenLinesNote } from "./notes.ts";
import type { Link, Picture, Row } from "./picture.ts";
import { nameOf, waitedFor } from "./plain_words.ts";
import type { GlyphSet, Meaning } from "./text_glyphs.ts";
import { TextGrid } from "./text_grid.ts";
import { drawTrunk } from "./text_trunk.ts";
import {
  displayWidth,
  printable,
  shortenEnd,
  shortenMiddle,
  toAscii,
} from "./text_width.ts";

/** Between the names of the lanes and the first column. */
const MARGIN = 2;

/** More printed lines than this in one band, and some are left out. */
const MOST_PRINTS = 24;

/** Draws the bands of one picture. */
export class BandDrawing {
  /** The sizes with which the picture must be laid out. */
  readonly measures: Measures;
  readonly #picture: Picture;
  readonly #glyphs: GlyphSet;
  readonly #ascii: boolean;
  /** Where the columns begin. */
  readonly #left: number;

  /**
   * @param picture what to draw
   * @param glyphs the characters to draw with
   * @param ascii whether names and printed lines must be ASCII, too
   * @param width how many terminal columns there are
   */
  constructor(
    picture: Picture,
    glyphs: GlyphSet,
    ascii: boolean,
    width: number,
  ) {
    this.#picture = picture;
    this.#glyphs = glyphs;
    this.#ascii = ascii;
    const names = picture.rows.map((row) => displayWidth(this.#title(row)));
    const room = Math.max(8, Math.floor(width / 4));
    this.#left = Math.min(room, Math.max(5, ...names)) + MARGIN;
    this.measures = {
      available: width - this.#left,
      columnWidth: ({ ending }) => ending === null ? 2 : 3,
      passSpace: 1,
      gapWidths: [12, 8, 6, 4],
      labelWidth: (label) => label.length,
    };
  }

  /**
   * Draws one band.
   *
   * @param band the band
   * @param unit the unit of its times
   * @returns its lines
   */
  draw(band: Band, unit: Layout["unit"]): TextGrid {
    const grid = new TextGrid();
    this.#drawTimes(grid, band, unit);
    this.#drawPasses(grid, band);
    const lines = this.#addLanes(grid, band);
    for (const [row, line] of lines) this.#drawSpans(grid, line, band, row);
    for (const placed of band.columns) this.#drawBox(grid, lines, placed);
    for (const placed of band.columns) this.#drawLinks(grid, lines, placed);
    this.#drawOutsideCancels(grid, lines, band);
    for (const [row, line] of lines) this.#drawWaits(grid, line, band, row);
    this.#drawPrints(grid, band);
    return grid;
  }

  #drawTimes(grid: TextGrid, band: Band, unit: Layout["unit"]): void {
    const line = this.#addLine(grid, unit, "axis");
    for (const gap of band.gaps) {
      const labelEnd = labelEndBefore(band, gap, this.measures);
      const from = this.#left + Math.max(gap.x, labelEnd + 1);
      const to = this.#left + gap.x + gap.width - 1;
      grid.fill(line, from, to, this.#glyphs.time, "axis");
      if (gap.cut) {
        grid.write(line, (from + to) >> 1, this.#glyphs.cut, "cut");
      }
    }
    for (const { x, label } of band.instants) {
      grid.write(line, this.#left + x, this.#text(label), "plain");
    }
  }

  #drawPasses(grid: TextGrid, band: Band): void {
    const line = this.#addLine(grid, "pass", "axis");
    const { available, labelWidth } = this.measures;
    for (const { x, label } of legible(band.passes, labelWidth, 1)) {
      if (x + label.length > available) continue;
      grid.write(line, this.#left + x, label, "axis");
    }
  }

  /** A line for each lane that has something in this band. */
  #addLanes(grid: TextGrid, band: Band): Map<number, number> {
    const lines = new Map<number, number>();
    for (const index of rowsIn(this.#picture, band)) {
      const row = this.#picture.rows[index];
      if (row === undefined) continue;
      const meaning = isCrowd(row.lane) ? "axis" : "plain";
      lines.set(index, this.#addLine(grid, this.#title(row), meaning));
    }
    return lines;
  }

  #drawSpans(grid: TextGrid, line: number, band: Band, index: number): void {
    for (const { state, from, to } of this.#picture.rows[index]?.spans ?? []) {
      grid.fill(
        line,
        this.#left + xOfSlot(band, from),
        this.#left + xOfSlot(band, to),
        this.#glyphs[state],
        state,
      );
    }
  }

  #drawBox(
    grid: TextGrid,
    lines: ReadonlyMap<number, number>,
    { column, x }: PlacedColumn,
  ): void {
    const line = lines.get(column.row) ?? 0;
    const lane = this.#picture.rows[column.row]?.lane;
    const box = lane && isCrowd(lane) ? "crowd" : "running";
    grid.write(line, this.#left + x, this.#glyphs[box], box);
    if (column.ending !== null) {
      const mark = this.#glyphs[column.ending];
      grid.write(line, this.#left + x + 1, mark, column.ending);
    }
  }

  #drawLinks(
    grid: TextGrid,
    lines: ReadonlyMap<number, number>,
    { column, x, width }: PlacedColumn,
  ): void {
    const targets = new Map<number, Link["kind"]>();
    for (const { row, kind } of column.links) {
      const line = lines.get(row);
      if (line !== undefined) targets.set(line, kind);
    }
    const source = lines.get(column.row);
    if (targets.size === 0 || source === undefined) return;
    const trunk = this.#left + x + width - 1;
    drawTrunk(grid, this.#glyphs, trunk, source, targets);
  }

  #drawOutsideCancels(
    grid: TextGrid,
    lines: ReadonlyMap<number, number>,
    band: Band,
  ): void {
    for (const { row, column } of this.#picture.outsideCancels) {
      const placed = band.columns[column - band.first];
      const line = lines.get(row);
      if (placed === undefined || line === undefined) continue;
      // Before a new pass, and before the first column, there is a free cell.
      const x = this.#left + placed.x - 1;
      grid.write(line, x, this.#glyphs.cancelRequest, "cancel-line");
    }
  }

  #drawWaits(grid: TextGrid, line: number, band: Band, index: number): void {
    for (const { wait, from, to } of this.#picture.rows[index]?.spans ?? []) {
      if (wait === null) continue;
      const label = waitedFor(wait, this.#ascii);
      const needed = displayWidth(label) + 4;
      const place = this.#unbroken(
        grid,
        line,
        this.#left + xOfSlot(band, from),
        this.#left + xOfSlot(band, to),
        needed,
      );
      if (label === "" || place === null) continue;
      grid.write(line, place, ` ${label} `, "wait-label");
    }
  }

  /** The first place at which `needed` waiting cells follow each other. */
  #unbroken(
    grid: TextGrid,
    line: number,
    from: number,
    to: number,
    needed: number,
  ): number | null {
    let start = from;
    for (let x = from; x <= to; x++) {
      if (x < to && grid.at(line, x) === this.#glyphs.waiting) continue;
      const spare = x - start - needed;
      if (spare >= 0) return start + 1 + Math.min(1, spare >> 1);
      start = x + 1;
    }
    return null;
  }

  #drawPrints(grid: TextGrid, band: Band): void {
    let shown = 0;
    let hidden = 0;
    for (const { column, x } of band.columns) {
      const crowd = column.turns.length > 1;
      for (const [index, text] of column.prints.entries()) {
        if (shown < MOST_PRINTS && (!crowd || index === 0)) {
          this.#drawPrint(grid, x, this.#text(text), shown === 0);
          shown++;
        } else hidden++;
      }
    }
    if (hidden === 0) return;
    const line = this.#addLine(grid, "", "axis");
    const note = shortenEnd(
      this.#text(hiddenLinesNote(hidden)),
      this.measures.available,
      this.#glyphs.ellipsis,
    );
    grid.write(line, this.#left, note, "axis");
  }

  /** A printed line hangs on the column of its box, on the roomier side. */
  #drawPrint(grid: TextGrid, x: number, text: string, first: boolean): void {
    const line = this.#addLine(grid, first ? "print" : "", "axis");
    const { printLeft, printRight, ellipsis } = this.#glyphs;
    const right = this.measures.available - x - printRight.length;
    const left = x + 1 - printLeft.length;
    if (displayWidth(text) <= right || right >= left) {
      const shown = shortenEnd(text, right, ellipsis);
      grid.write(line, this.#left + x, printRight, "axis");
      grid.write(line, this.#left + x + printRight.length, shown, "print");
    } else {
      const shown = shortenEnd(text, left, ellipsis);
      const start = this.#left + left - displayWidth(shown);
      grid.write(line, start, shown, "print");
      grid.write(line, this.#left + left, printLeft, "axis");
    }
  }

  #addLine(grid: TextGrid, title: string, meaning: Meaning): number {
    const line = grid.addLine();
    const room = this.#left - MARGIN;
    const shown = shortenMiddle(title, room, this.#glyphs.ellipsis);
    grid.write(line, 0, shown, meaning);
    return line;
  }

  #title({ title, lane }: Row): string {
    const [actor] = lane.members;
    return actor && !isCrowd(lane)
      ? nameOf(actor, this.#ascii)
      : this.#text(title);
  }

  #text(text: string): string {
    return this.#ascii ? toAscii(printable(text)) : printable(text);
  }
}

/** Where a slot of the picture stands in a band. */
function xOfSlot(band: Band, slot: number): number {
  const index = (slot >> 1) - band.first;
  if (index < 0) return 0;
  const placed = band.columns[index];
  if (placed === undefined) return band.width;
  return slot % 2 === 0 ? placed.x : placed.x + placed.width - 1;
}
