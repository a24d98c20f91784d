/**
 * The picture of a run in text: for a terminal, for a book, for a bug report.
 *
 * {@link ./picture.ts} decides what is drawn and {@link ./bands.ts} where; this
 * file puts the parts under each other: bands, notes, legend.
 *
 * @module
 */

import type { TraceEvent } from "../loop/trace_event.ts";
import { chooseBands, layOut } from "./bands.ts";
import { checkAtLeast } from "./limits.ts";
import { leftOutNote, notesOn, nothingRan } from "./notes.ts";
import { composePicture, type Picture } from "./picture.ts";
import { splitRuns } from "./runs.ts";
import { BandDrawing } from "./text_band.ts";
import { ASCII, type Meaning, UNICODE } from "./text_glyphs.ts";
import { legendLines } from "./text_legend.ts";
import { brokenIntoLines, toAscii } from "./text_width.ts";

/** How a text timeline looks. */
export interface TimelineOptions {
  /** The width in terminal columns, at least 24; by default 80. */
  width?: number;
  /** Whether to color it with terminal escape sequences; by default not. */
  color?: boolean;
  /** Whether to use no characters but those of ASCII; by default not. */
  ascii?: boolean;
  /** How many lanes there may be before tasks are grouped; by default 12. */
  lanes?: number;
  /** How many bands there may be before some are left out; by default 6. */
  bands?: number;
}

/**
 * Draws a run as text; more than one, each under its number.
 *
 * @param events the events that were recorded
 * @param options width in terminal columns, color, ASCII, limits
 * @returns lines of at most `width` columns, without a line break at the end
 * @throws {RangeError} when a number is not a whole number or too small
 */
export function toTimeline(
  events: readonly TraceEvent[],
  options: TimelineOptions = {},
): string {
  const { width = 80, color = false, ascii = false, lanes = 12, bands = 6 } =
    options;
  checkAtLeast(24, "width", width);
  checkAtLeast(2, "lanes", lanes);
  checkAtLeast(2, "bands", bands);

  const runs = splitRuns(events);
  const pictures = runs.map((run) => composePicture(run, lanes));
  const drawn = pictures.filter(({ columns }) => columns.length > 0);
  if (drawn.length === 0) {
    return brokenIntoLines(nothingRan(events), width).join("\n");
  }
  const look = { width, color, ascii, bands };
  return drawn.map((picture, index) => {
    const timeline = drawPicture(picture, look);
    return drawn.length === 1
      ? timeline
      : `Run ${index + 1} of ${drawn.length}\n\n${timeline}`;
  }).join("\n\n\n");
}

type Look = Required<Omit<TimelineOptions, "lanes">>;

function drawPicture(
  picture: Picture,
  { width, color, ascii, bands }: Look,
): string {
  const fit = (text: string): string[] =>
    brokenIntoLines(ascii ? toAscii(text) : text, width);
  const glyphs = ascii ? ASCII : UNICODE;
  const drawing = new BandDrawing(picture, glyphs, ascii, width);
  const layout = layOut(picture, drawing.measures);
  const meanings = new Set<Meaning>();
  const pieces = chooseBands(layout.bands, bands).map((piece) => {
    if ("leftOut" in piece) return fit(leftOutNote(piece.leftOut));
    const grid = drawing.draw(piece, layout.unit);
    for (const meaning of grid.meanings()) meanings.add(meaning);
    return grid.toLines(color);
  });
  const notes = notesOn(picture, ascii).flatMap(fit);
  if (notes.length > 0) pieces.push(notes);
  pieces.push(legendLines(meanings, glyphs, width, color));
  return pieces.map((lines) => lines.join("\n")).join("\n\n");
}
