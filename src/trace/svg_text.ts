import { CHARACTER } from "./svg_style.ts";
import { displayWidth } from "./text_width.ts";
import { element, escaped } from "./xml.ts";

/**
 * Writes one line of text.
 *
 * @param kind its classes
 * @param x where it begins
 * @param y its baseline
 * @param content the text
 * @returns SVG
 */
export function text(
  kind: string,
  x: number,
  y: number,
  content: string,
): string {
  return element("text", { class: kind, x, y }, escaped(content));
}

/**
 * How wide a line is at most.
 *
 * @param line a line of text
 * @returns its width in the fixed-width font, in pixels
 */
export function textWidth(line: string): number {
  return CHARACTER * displayWidth(line);
}
