import type { Link } from "./picture.ts";
import type { GlyphSet } from "./text_glyphs.ts";
import type { TextGrid } from "./text_grid.ts";

/**
 * Draws the lines from one box to other lanes. They share a trunk, which stands
 * right of the box, crosses the lanes between and enters those it leads to.
 *
 * @param grid where to draw
 * @param glyphs the characters to draw with
 * @param x the trunk's cell in every line
 * @param source the line of the box
 * @param targets the lines it leads to, and why
 */
export function drawTrunk(
  grid: TextGrid,
  glyphs: GlyphSet,
  x: number,
  source: number,
  targets: ReadonlyMap<number, Link["kind"]>,
): void {
  const top = Math.min(source, ...targets.keys());
  const bottom = Math.max(source, ...targets.keys());
  for (let line = top; line <= bottom; line++) {
    const kind = targets.get(line);
    const glyph = kind === "cancelled"
      ? glyphs.cancelRequest
      : glyphAt(glyphs, grid.at(line, x), {
        leaves: line === source,
        enters: kind !== undefined,
        up: line > top,
        down: line < bottom,
      });
    const cancels = kind === "cancelled" ||
      leadsToCancels(targets, source, line);
    grid.write(line, x, glyph, cancels ? "cancel-line" : "line");
  }
}

/** What the trunk does in one line. */
interface Crossing {
  readonly leaves: boolean;
  readonly enters: boolean;
  readonly up: boolean;
  readonly down: boolean;
}

function glyphAt(
  glyphs: GlyphSet,
  under: string,
  { leaves, enters, up, down }: Crossing,
): string {
  if (leaves) {
    if (up && down) return glyphs.fromBoxBoth;
    return up ? glyphs.fromBoxUp : glyphs.fromBoxDown;
  }
  if (enters) {
    if (up && down) return glyphs.intoRowPassing;
    return up ? glyphs.intoRowDown : glyphs.intoRowUp;
  }
  return under === glyphs.ready ? glyphs.crossing : glyphs.vertical;
}

/** Whether all that a piece of the trunk leads to is asked to cancel. */
function leadsToCancels(
  targets: ReadonlyMap<number, Link["kind"]>,
  source: number,
  line: number,
): boolean {
  for (const [target, kind] of targets) {
    const isBeyond = line < source
      ? target <= line
      : line > source
      ? target >= line
      : true;
    if (isBeyond && kind !== "cancelled") return false;
  }
  return true;
}
