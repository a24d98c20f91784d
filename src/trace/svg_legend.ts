import type { Picture } from "./picture.ts";
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
import type { Layout } from "./bands.ts";
import { isCrowd } from "./lanes.ts";
import { element, escaped } from "./xml.ts";

const ROW = 24;
const SAMPLE = 30;
const SPACE = 16;

/**
 * Explains the signs of an SVG: those that occur in it, no more.
 *
 * @param picture what was drawn
 * @param layout how it was laid out
 * @param width how wide the legend may be, in pixels
 * @param top where it begins
 * @returns the SVG and its size
 */
export function drawLegend(
  picture: Picture,
  layout: Layout,
  width: number,
  top: number,
): { svg: string; width: number; height: number } {
  let x = 0, y = top + ROW / 2, right = 0;
  const parts: string[] = [];
  for (const { draw, label } of entriesOf(picture, layout)) {
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
  readonly label: string;
  draw(x: number, y: number): string;
}

function entriesOf(picture: Picture, layout: Layout): Entry[] {
  const spans = picture.rows.flatMap(({ spans }) => spans);
  const links = picture.columns.flatMap(({ links }) => links);
  const kinds = new Set(picture.rows.map(({ lane }) => lane.members[0]?.kind));
  const states = new Set(spans.map(({ state }) => state));
  const endings = new Set(picture.columns.map(({ ending }) => ending));
  const wakers = new Set(spans.map(({ endedBy }) => endedBy));
  const cancels = picture.outsideCancels.length > 0 ||
    links.some(({ kind }) => kind === "cancelled");
  const middle = SAMPLE / 2 - 4;

  const entries: [occurs: boolean, entry: Entry][] = [
    [kinds.has("task"), {
      label: "runs",
      draw: (x, y) => box("task", x + middle - BOX / 2, y),
    }],
    [kinds.has("callback"), {
      label: "callback",
      draw: (x, y) => box("callback", x + middle - BOX / 2, y),
    }],
    [picture.rows.some(({ lane }) => isCrowd(lane)), {
      label: "many run",
      draw: (x, y) => box("crowd", x + middle - BOX / 2 - 3, y + 2),
    }],
    [states.has("ready"), {
      label: "ready",
      draw: (x, y) => span("ready", x, x + SAMPLE - 8, y),
    }],
    [states.has("waiting"), {
      label: "waits",
      draw: (x, y) => span("waiting", x + 1, x + SAMPLE - 8, y),
    }],
    [states.has("held"), {
      label: "held up by an eager task",
      draw: (x, y) => span("held", x, x + SAMPLE - 8, y),
    }],
    [links.some(({ kind }) => kind !== "cancelled"), {
      label: "made or woken",
      draw: (x, y) => link("woke", { x, y: y - 7 }, x + 9, y + 5),
    }],
    [wakers.has("clock"), {
      label: "woken by the clock",
      draw: (x, y) => waker("clock", x + middle, y),
    }],
    [wakers.has("host"), {
      label: "woken by the host",
      draw: (x, y) => waker("host", x + middle, y),
    }],
    [cancels, {
      label: "asked to cancel",
      draw: (x, y) => link("cancelled", { x, y: y - 7 }, x + 9, y + 5),
    }],
    ...(["finished", "failed", "cancelled"] as const).map(
      (kind): [boolean, Entry] => [endings.has(kind), {
        label: kind === "finished" ? "done" : kind,
        draw: (x, y) => badge(kind, x + SAMPLE - 8 - BADGE, y),
      }],
    ),
    [layout.bands.some(({ gaps }) => gaps.some(({ cut }) => cut)), {
      label: "drawn shorter than it took",
      draw: (x, y) => passage(x, x + SAMPLE - 8, y, true),
    }],
  ];
  return entries.flatMap(([occurs, entry]) => occurs ? [entry] : []);
}
