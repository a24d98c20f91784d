import { labelEndBefore, legible } from "./band_contents.ts";
import type { Band, Layout, Measures } from "./bands.ts";
import { BOX, passage } from "./svg_marks.ts";
import { text } from "./svg_text.ts";
import { element } from "./xml.ts";

/** Baselines, in pixels from the top of the band. */
const TIME_LINE = 12;
const PASS_LINE = 29;

/** A zone is a little wider than what is in it. */
const AROUND = 6;

/**
 * Tints the zones in which the clock stands still; it runs between them.
 *
 * @param band the band
 * @param left where its columns begin
 * @param bottom where its lanes end
 * @returns SVG
 */
export function zones(band: Band, left: number, bottom: number): string {
  return band.instants.map(({ x }, index) => {
    const next = band.instants[index + 1];
    const gap = band.gaps.find((gap) => gap.x >= x);
    const end = Math.min(
      gap?.x ?? Infinity,
      next ? next.x - AROUND : Infinity,
      band.width,
    );
    return element("rect", {
      class: "zone",
      x: left + x - AROUND,
      y: 0,
      width: Math.max(end - x, BOX + AROUND) + AROUND,
      height: bottom,
      rx: 4,
    });
  }).join("");
}

/**
 * Draws the axis: times, the gaps in which they pass, and the passes.
 *
 * @param band the band
 * @param unit the unit of the times
 * @param left where the columns begin
 * @param measures the sizes it was laid out with
 * @returns SVG
 */
export function axis(
  band: Band,
  unit: Layout["unit"],
  left: number,
  measures: Measures,
): string {
  const { labelWidth } = measures;
  return [
    text("muted", 0, TIME_LINE, unit),
    text("muted", 0, PASS_LINE, "pass"),
    ...band.gaps.map((gap) => {
      const begin = Math.max(gap.x, labelEndBefore(band, gap, measures));
      const end = gap.x + gap.width - 10;
      return passage(left + begin + 6, left + end, TIME_LINE - 4, gap.cut);
    }),
    ...band.instants.map(({ x, label }) =>
      text("time", left + x, TIME_LINE, label)
    ),
    ...legible(band.passes, labelWidth, 4).map(({ x, label }) =>
      text("pass muted", left + x, PASS_LINE, label)
    ),
  ].join("");
}
