import {
  BADGE,
  badge,
  BOX,
  box,
  link,
  passage,
  span,
  waker,
} from "./svg_marks.ts";
import { SANS_CHARACTER } from "./svg_style.ts";
import { element, escaped } from "./xml.ts";

const ROW = 24;
const SAMPLE = 30;
const SPACE = 16;

/**
 * Explains the signs of an SVG: those that occur in it, no more.
 *
 * @param drawn the SVG that is to be explained
 * @param width how wide the legend may be, in pixels
 * @param top where it begins
 * @returns the SVG and its size
 */
export function drawLegend(
  drawn: string,
  width: number,
  top: number,
): { svg: string; width: number; height: number } {
  let x = 0, y = top + ROW / 2, right = 0;
  const parts: string[] = [];
  for (const { sign, draw, label } of ENTRIES) {
    if (!drawn.includes(`class="${sign}"`)) continue;
    const needed = SAMPLE + SANS_CHARACTER * label.length;
    if (x > 0 && x + needed > width) {
      x = 0;
      y += ROW;
    }
    parts.push(draw(x, y));
    parts.push(element(
      "text",
      { class: "muted", x: x + SAMPLE, y: y + 4 },
      escaped(label),
    ));
    right = Math.max(right, x + needed);
    x += needed + SPACE;
  }
  return { svg: parts.join(""), width: right, height: y + ROW / 2 - top };
}

interface Entry {
  /** The class by which the sign is known in a drawing. */
  readonly sign: string;
  readonly label: string;
  draw(x: number, y: number): string;
}

/** The middle of what is drawn: half of `SAMPLE`, less the gap behind it. */
const MIDDLE = 11;

/** In the order of a task's life. */
const ENTRIES: readonly Entry[] = [
  {
    sign: "box task",
    label: "runs",
    draw: (x, y) => box("task", x + MIDDLE - BOX / 2, y),
  },
  {
    sign: "box callback",
    label: "callback",
    draw: (x, y) => box("callback", x + MIDDLE - BOX / 2, y),
  },
  {
    sign: "box outside",
    label: "outside the loop",
    draw: (x, y) => box("outside", x + MIDDLE - BOX / 2, y),
  },
  {
    sign: "box crowd",
    label: "many run",
    draw: (x, y) => box("crowd", x + MIDDLE - BOX / 2 + 3, y + 2),
  },
  {
    sign: "ready",
    label: "ready",
    draw: (x, y) => span("ready", x, x + SAMPLE - 8, y),
  },
  {
    sign: "waiting",
    label: "waits",
    draw: (x, y) => span("waiting", x + 1, x + SAMPLE - 8, y),
  },
  {
    sign: "held",
    label: "held up",
    draw: (x, y) => span("held", x, x + SAMPLE - 8, y),
  },
  {
    sign: "link",
    label: "made or woken",
    draw: (x, y) => link("woke", { x, y: y - 7 }, x + 9, y + 5),
  },
  {
    sign: "clock",
    label: "woken by the clock",
    draw: (x, y) => waker("clock", x + MIDDLE, y),
  },
  {
    sign: "host",
    label: "woken by the host",
    draw: (x, y) => waker("host", x + MIDDLE, y),
  },
  {
    sign: "link cancel",
    label: "asked to cancel",
    draw: (x, y) => link("cancelled", { x, y: y - 7 }, x + 9, y + 5),
  },
  {
    sign: "finished",
    label: "done",
    draw: (x, y) => badge("finished", x + SAMPLE - 8 - BADGE, y),
  },
  {
    sign: "failed",
    label: "failed",
    draw: (x, y) => badge("failed", x + SAMPLE - 8 - BADGE, y),
  },
  {
    sign: "cancelled",
    label: "cancelled",
    draw: (x, y) => badge("cancelled", x + SAMPLE - 8 - BADGE, y),
  },
  {
    sign: "axis cut",
    label: "drawn shorter than it took",
    draw: (x, y) => passage(x, x + SAMPLE - 8, y, true),
  },
];
