/**
 * Ratios as bars, on a scale where each mark is ten times the one before.
 *
 * A bar begins at 1 ×, which is this library, and goes to the right for who needs
 * more and to the left for who needs less, so that ten times slower and ten times
 * faster are as long as each other. The bars stand beside the numbers and repeat
 * them; whoever can't see them misses nothing.
 *
 * @module
 */

import type { Summary } from "../../benches/statistics.ts";

/** From which power of ten to which. */
export interface Scale {
  readonly from: number;
  readonly to: number;
}

const WIDTH = 200;
const HEIGHT = 14;

/**
 * The scale on which some ratios fit.
 *
 * @param ratios the ratios, goals among them
 * @returns whole powers of ten around them and around 1
 */
export function scaleOf(ratios: readonly number[]): Scale {
  const powers = ratios.map(Math.log10);
  return {
    from: Math.min(-1, ...powers.map(Math.floor)),
    to: Math.max(1, ...powers.map(Math.ceil)),
  };
}

/**
 * Draws a bar.
 *
 * @param ratio the ratio's median and quartiles; `null` for this library itself
 * @param goal what was asked for; `null` for nothing
 * @param scale the scale
 * @returns an `<svg>` that takes the width it is given
 */
export function drawBar(
  ratio: Summary | null,
  goal: number | null,
  scale: Scale,
): string {
  const at = (value: number) =>
    round(
      (Math.log10(value) - scale.from) / (scale.to - scale.from) * WIDTH,
    );
  const parts: string[] = [];
  for (let power = scale.from; power <= scale.to; power++) {
    const kind = power === 0 ? "one" : "mark";
    parts.push(upright(kind, at(10 ** power), 0, HEIGHT));
  }
  if (ratio !== null) {
    const [median, lower, upper] = [ratio.median, ratio.lower, ratio.upper]
      .map(at) as [number, number, number];
    const one = at(1);
    const kind = ratio.median < 1 ? "less" : "more";
    parts.push(
      `<rect class="${kind}" x="${Math.min(one, median)}" y="3" width="${
        round(Math.max(Math.abs(median - one), 0.75))
      }" height="8"/>`,
      `<path class="quartiles" d="M${lower} 7H${upper}"/>`,
    );
  }
  if (goal !== null) parts.push(upright("goal", at(goal), 0, HEIGHT));
  return `<svg class="bar-drawing" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">${
    parts.join("")
  }</svg>`;
}

/**
 * Writes the marks of a scale, each at its place.
 *
 * @param scale the scale
 * @returns the marks as HTML, for a box as wide as the bars
 */
export function drawMarks({ from, to }: Scale): string {
  const marks = Array.from({ length: to - from + 1 }, (_, index) => {
    const power = from + index;
    const place = round(index / (to - from) * 100);
    const text = power < 3
      ? `${Number((10 ** power).toPrecision(1))}`
      : `${10 ** (power - 3)}k`;
    return `<span style="--at:${place}%">${text}</span>`;
  });
  return `<span class="marks" aria-hidden="true">${marks.join("")}</span>`;
}

function upright(kind: string, x: number, y: number, height: number): string {
  return `<path class="${kind}" d="M${x} ${y}v${height}"/>`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
