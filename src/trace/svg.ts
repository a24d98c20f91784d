/**
 * The picture of a run as SVG: for a page, for print, for a slide.
 *
 * It draws what {@link ./picture.ts} composed, in the bands of
 * {@link ./bands.ts}, and carries its own style sheet, legend and text
 * alternative, so the file stands alone. It has no script and loads nothing.
 *
 * @module
 */

import type { TraceEvent } from "../loop/trace_event.ts";
import { chooseBands, layOut } from "./bands.ts";
import { checkAtLeast } from "./limits.ts";
import { leftOutNote, notesOn, nothingRan } from "./notes.ts";
import { composePicture, type Picture } from "./picture.ts";
import { splitRuns } from "./runs.ts";
import { tellStory } from "./story.ts";
import { BandPainting } from "./svg_band.ts";
import { drawLegend } from "./svg_legend.ts";
import { CHARACTER, styleSheet } from "./svg_style.ts";
import { brokenIntoLines, displayWidth } from "./text_width.ts";
import { element, escaped } from "./xml.ts";

/** How an SVG timeline looks. */
export interface SvgOptions {
  /**
   * How wide it may be, in pixels, at least 240; by default 720. What does not
   * fit goes on below. Text is 12 pixels high at any width.
   */
  width?: number;
  /** Its title for screen readers; by default it names the tasks. */
  title?: string;
  /**
   * With what its ids begin: two pictures in one page need different ones. By
   * default it is made from what the picture shows.
   */
  idPrefix?: string;
  /** How many lanes there may be before tasks are grouped; by default 12. */
  lanes?: number;
  /** How many bands there may be before some are left out; by default 6. */
  bands?: number;
}

const PADDING = 12;
const BETWEEN = 20;
const LINE = 18;

/**
 * Draws a run as SVG.
 *
 * @param events the events of one loop
 * @param options width in pixels, title, ids, limits
 * @returns an `svg` element
 * @throws {RangeError} when a number is not a whole number or too small
 * @throws {TypeError} when the prefix is not a plain identifier
 */
export function toSvg(
  events: readonly TraceEvent[],
  options: SvgOptions = {},
): string {
  const { width = 720, lanes = 12, bands = 6 } = options;
  checkAtLeast(240, "width", width);
  checkAtLeast(2, "lanes", lanes);
  checkAtLeast(2, "bands", bands);

  const pictures = splitRuns(events)
    .map((run) => composePicture(run, lanes))
    .filter(({ columns }) => columns.length > 0);
  const story = pictures.length === 0
    ? [`${nothingRan(events)}.`]
    : pictures.flatMap(({ reading }) => tellStory(reading));
  const { title = `Timeline: ${story[0]}` } = options;
  const drawing = drawSheet(pictures, events, width - 2 * PADDING, bands);
  const id = options.idPrefix ?? `lb-${digest(title + drawing.svg)}`;
  checkId(id);
  const size = {
    width: Math.min(width, Math.ceil(drawing.width) + 2 * PADDING),
    height: Math.ceil(drawing.height) + 2 * PADDING,
  };
  const content = element(
    "g",
    { transform: `translate(${PADDING} ${PADDING})` },
    drawing.svg,
  );
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      id,
      class: "lb-timeline",
      viewBox: `0 0 ${size.width} ${size.height}`,
      ...size,
      role: "img",
      "aria-labelledby": `${id}-title ${id}-story`,
    },
    element("title", { id: `${id}-title` }, escaped(title)),
    element("desc", { id: `${id}-story` }, escaped(story.join(" "))),
    element("style", {}, escaped(styleSheet(id))),
    element("rect", { class: "paper", ...size, rx: 6 }),
    content,
  );
}

interface Drawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** A part of the sheet, drawn as soon as it is known where it begins. */
type Piece = (top: number) => Drawing;

function drawSheet(
  pictures: readonly Picture[],
  events: readonly TraceEvent[],
  width: number,
  bands: number,
): Drawing {
  const write = (lines: readonly string[]): Piece => (top) =>
    drawLines(lines, width, top);
  if (pictures.length === 0) return write([nothingRan(events)])(0);
  const sheet = stack(pictures.flatMap((picture, index) => {
    const heading = `Run ${index + 1} of ${pictures.length}`;
    const pieces = piecesOf(picture, width, bands, write);
    return pictures.length === 1 ? pieces : [write([heading]), ...pieces];
  }));
  const legend: Piece = (top) => drawLegend(sheet.svg, width, top);
  return stack([() => sheet, legend]);
}

/** Bands and notes. */
function piecesOf(
  picture: Picture,
  width: number,
  limit: number,
  write: (lines: readonly string[]) => Piece,
): Piece[] {
  const painting = new BandPainting(picture, width);
  const layout = layOut(picture, painting.measures);
  const notes = notesOn(picture);
  return [
    ...chooseBands(layout.bands, limit).map((piece): Piece =>
      "leftOut" in piece
        ? write([leftOutNote(piece.leftOut)])
        : (top) => painting.draw(piece, layout.unit, top)
    ),
    ...notes.length > 0 ? [write(notes)] : [],
  ];
}

/** One below the other. */
function stack(pieces: readonly Piece[]): Drawing {
  let svg = "", width = 0, height = 0;
  for (const draw of pieces) {
    const top = height === 0 ? 0 : height + BETWEEN;
    const drawn = draw(top);
    svg += drawn.svg;
    width = Math.max(width, drawn.width);
    height = top + drawn.height;
  }
  return { svg, width, height };
}

/** Lines of text, broken where they are too long. */
function drawLines(
  sentences: readonly string[],
  width: number,
  top: number,
): Drawing {
  const room = Math.floor(width / CHARACTER);
  const lines = sentences.flatMap((sentence) =>
    brokenIntoLines(sentence, room)
  );
  return {
    svg: lines.map((line, index) =>
      element(
        "text",
        { class: "muted", x: 0, y: top + 12 + index * LINE },
        escaped(line),
      )
    ).join(""),
    width: CHARACTER * Math.max(...lines.map(displayWidth)),
    height: lines.length * LINE,
  };
}

function checkId(id: string): void {
  if (/^[A-Za-z][\w-]*$/.test(id)) return;
  throw new TypeError(
    `Invalid idPrefix: ${
      JSON.stringify(id)
    }; give a letter, then letters, digits, - and _`,
  );
}

/** A short name for a text, the same on every machine (FNV-1a). */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
