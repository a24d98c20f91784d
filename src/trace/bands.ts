/**
 * Where the columns of a picture stand.
 *
 * The same arithmetic serves characters and pixels; only the measures differ.
 * Between two columns lies
 *
 * - nothing, when they are in the same pass;
 * - a small space, when a new pass begins at the same time;
 * - a gap, when time goes by.
 *
 * Gaps are as long as the time they stand for, in proportion, as far as there is
 * room for it. One that is too long for that is cut, and says so by a mark. What
 * does not fit into the width goes on in the next band, as a line of text does,
 * and the axis is written again above it.
 *
 * @module
 */

import { readInstants } from "./instants.ts";
import type { Column, Picture } from "./picture.ts";

/** The sizes of a picture's parts, in cells or in pixels. */
export interface Measures {
  /** How much room there is for the columns. */
  readonly available: number;
  /** The room that one column takes, its line to others included. */
  columnWidth(column: Column): number;
  /** The space before a new pass at the same time. */
  readonly passSpace: number;
  /** The widths that the shortest gap may have, best first. */
  readonly gapWidths: readonly number[];
  /** How wide a time label is. */
  labelWidth(label: string): number;
}

/** A part of the picture that fits into the width. */
export interface Band {
  /** The columns of this band. */
  readonly columns: readonly PlacedColumn[];
  /** The gaps of this band. */
  readonly gaps: readonly Gap[];
  /** The times, each where its instant begins. */
  readonly instants: readonly Mark[];
  /** The passes, each where it begins. */
  readonly passes: readonly Mark[];
  /** The first column's number in the picture. */
  readonly first: number;
  /** How wide it is. */
  readonly width: number;
}

/** A column and where it stands. */
export interface PlacedColumn {
  /** The column. */
  readonly column: Column;
  /** Its left edge. */
  readonly x: number;
  /** Its width. */
  readonly width: number;
}

/** A place where time goes by. */
export interface Gap {
  /** Its left edge. */
  readonly x: number;
  /** Its width. */
  readonly width: number;
  /** Whether it is shorter than in proportion. */
  readonly cut: boolean;
}

/** A label of the axis. */
export interface Mark {
  /** Where it stands. */
  readonly x: number;
  /** What it says. */
  readonly label: string;
}

/** All bands and the unit of their times. */
export interface Layout {
  /** The bands, from top to bottom. */
  readonly bands: readonly Band[];
  /** What the times are given in. */
  readonly unit: "ms" | "s";
}

/**
 * Places the columns of a picture.
 *
 * @param picture what to place
 * @param measures the sizes to do it with
 * @returns the bands; none when the picture has no columns
 */
export function layOut(picture: Picture, measures: Measures): Layout {
  const instants = readInstants(picture);
  let instant = picture.columns[0];
  const stops = picture.columns.map((column, index): Stop => {
    const before = picture.columns[index - 1];
    const newInstant = instant !== undefined &&
      instants.moved(instant, column);
    if (newInstant) instant = column;
    return {
      column,
      width: measures.columnWidth(column),
      elapsed: before ? instants.elapsed(before, column) : 0,
      newInstant,
      newPass: before !== undefined && passOf(before) !== passOf(column),
      label: instants.label(column),
    };
  });
  return { bands: bestBands(stops, measures), unit: instants.unit };
}

/** A column on its way into a band. */
interface Stop {
  readonly column: Column;
  readonly width: number;
  /** The time that goes by before it, in milliseconds; 0: the same instant. */
  readonly elapsed: number;
  /** Whether its time is another than the last one on the axis. */
  readonly newInstant: boolean;
  readonly newPass: boolean;
  readonly label: string;
}

/** One band in proportion is best, then one with gaps cut, then several. */
function bestBands(stops: readonly Stop[], measures: Measures): Band[] {
  for (const longest of [Infinity, 3]) {
    for (const width of measures.gapWidths) {
      const bands = breakIntoBands(stops, width, longest * width, measures);
      if (bands.length <= 1) return bands;
    }
  }
  const least = measures.gapWidths.at(-1) ?? 1;
  return breakIntoBands(stops, least, 2 * least, measures);
}

function breakIntoBands(
  stops: readonly Stop[],
  gapWidth: number,
  widestGap: number,
  measures: Measures,
): Band[] {
  const shortest = stops.reduce(
    (least, { elapsed }) => elapsed > 0 ? Math.min(least, elapsed) : least,
    Infinity,
  );
  const bands: BandBuilder[] = [];
  let band: BandBuilder | undefined;
  stops.forEach((stop, index) => {
    const wanted = Math.round(gapWidth * stop.elapsed / shortest) || 0;
    const gap = { width: Math.min(wanted, widestGap), cut: wanted > widestGap };
    if (!band?.hasRoomFor(stop, gap.width)) {
      band = new BandBuilder(index, measures);
      bands.push(band);
    }
    band.add(stop, gap);
  });
  return bands.map((builder) => builder.finish());
}

class BandBuilder {
  readonly #first: number;
  readonly #measures: Measures;
  readonly #columns: PlacedColumn[] = [];
  readonly #gaps: Gap[] = [];
  readonly #instants: Mark[] = [];
  readonly #passes: Mark[] = [];
  #x = 0;
  /** Up to here the axis is taken by the last time label. */
  #labelEnd = 0;

  constructor(first: number, measures: Measures) {
    this.#first = first;
    this.#measures = measures;
  }

  hasRoomFor(stop: Stop, gap: number): boolean {
    const x = this.#leftEdge(stop, gap);
    const right = stop.newInstant
      ? Math.max(stop.width, this.#measures.labelWidth(stop.label))
      : stop.width;
    return this.#columns.length === 0 ||
      x + right <= this.#measures.available;
  }

  add(stop: Stop, gap: { width: number; cut: boolean }): void {
    // A band that begins with a gap keeps it short: it only says "later".
    const continues = this.#columns.length === 0;
    const width = continues && gap.width > 0
      ? this.#measures.gapWidths.at(-1) ?? gap.width
      : gap.width;
    const x = this.#leftEdge(stop, width);
    if (stop.elapsed > 0) {
      const cut = gap.cut || width < gap.width;
      this.#gaps.push({ x: this.#x, width: x - this.#x, cut });
    }
    if (stop.newInstant || continues) {
      this.#instants.push({ x, label: stop.label });
      this.#labelEnd = x + this.#measures.labelWidth(stop.label);
    }
    if (stop.newPass || continues) {
      this.#passes.push({ x, label: String(passOf(stop.column)) });
    }
    this.#columns.push({ column: stop.column, x, width: stop.width });
    this.#x = x + stop.width;
  }

  finish(): Band {
    return {
      columns: this.#columns,
      gaps: this.#gaps,
      instants: this.#instants,
      passes: this.#passes,
      first: this.#first,
      width: Math.max(this.#x, this.#labelEnd),
    };
  }

  #leftEdge(stop: Stop, gap: number): number {
    if (stop.newInstant) {
      // Two times never run into each other, and a gap between them shows.
      const spaces = stop.elapsed > 0 ? 3 : 1;
      const after = this.#labelEnd + spaces * this.#measures.passSpace;
      return Math.max(this.#x + gap, after);
    }
    const space = stop.newPass && this.#columns.length > 0;
    return this.#x + (space ? this.#measures.passSpace : 0);
  }
}

/**
 * Leaves out bands in the middle, when there are too many.
 *
 * @param bands all bands
 * @param limit how many may be left, at least 2
 * @returns the first ones, how many turns are left out, and the last one
 */
export function chooseBands(
  bands: readonly Band[],
  limit: number,
): (Band | { readonly leftOut: number })[] {
  const last = bands.at(-1);
  if (bands.length <= limit || last === undefined) return [...bands];
  const left = bands.slice(limit - 1, -1).flatMap((band) => band.columns);
  const leftOut = left.reduce((n, { column }) => n + column.turns.length, 0);
  return [...bands.slice(0, limit - 1), { leftOut }, last];
}

function passOf(column: Column): number {
  return column.turns[0]?.pass ?? 0;
}
