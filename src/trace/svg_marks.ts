import type { Ending, Stretch } from "./turns.ts";
import { element, rounded } from "./xml.ts";

/** The width of a box, in pixels. */
export const BOX = 14;

/** The radius of the badge that says how a task ended, in pixels. */
export const BADGE = 7;

const BOX_HEIGHT = 18;

/**
 * Draws the box of a turn: a task's has corners, a callback's is round, a
 * crowd's has others behind it.
 *
 * @param kind whose turn it is
 * @param x the left edge
 * @param y the middle
 * @returns SVG
 */
export function box(
  kind: "task" | "callback" | "outside" | "crowd",
  x: number,
  y: number,
): string {
  const height = kind === "task" || kind === "crowd" ? BOX_HEIGHT : BOX;
  const place = { width: BOX, height, rx: kind === "callback" ? BOX / 2 : 3 };
  const front = element("rect", {
    class: `box ${kind}`,
    x,
    y: y - height / 2,
    ...place,
  });
  if (kind !== "crowd") return front;
  const behind = [6, 3].map((shift) =>
    element("rect", {
      class: "behind",
      x: x - shift,
      y: y - height / 2 - shift,
      ...place,
    })
  );
  return behind.join("") + front;
}

/**
 * Draws how a task ended.
 *
 * @param kind how
 * @param x the badge's middle
 * @param y the badge's middle
 * @returns SVG
 */
export function badge(kind: Ending["kind"], x: number, y: number): string {
  const strokes = {
    finished: "m-3.2.4 2.2 2.4 4.2-5",
    failed: "m-2.6-2.6 5.2 5.2m0-5.2-5.2 5.2",
    cancelled: "m-3.4 0h6.8",
  };
  return element("circle", { class: kind, cx: x, cy: y, r: BADGE }) +
    element("path", { class: "mark", d: `M${at(x, y)}${strokes[kind]}` });
}

/**
 * Draws a time in which a lane does not run.
 *
 * @param state what it does instead
 * @param from the left end
 * @param to the right end
 * @param y where the lane is
 * @returns SVG
 */
export function span(
  state: Stretch["state"],
  from: number,
  to: number,
  y: number,
): string {
  return element("path", { class: state, d: `M${at(from, y)}H${rounded(to)}` });
}

/**
 * Draws who ended a wait from outside: the clock, as its face, or the host.
 *
 * @param kind who
 * @param x the middle
 * @param y the middle
 * @returns SVG
 */
export function waker(kind: "clock" | "host", x: number, y: number): string {
  if (kind === "host") {
    return element("path", {
      class: "host",
      d: `M${at(x, y)}m-5 0 5-5 5 5-5 5z`,
    });
  }
  return element("circle", { class: "clock", cx: x, cy: y, r: 5.5 }) +
    element("path", { class: "clock", d: `M${at(x, y - 3.5)}v3.5h2.5` });
}

/**
 * Draws the line from a box to another lane, with rounded corners and a head.
 *
 * @param kind a wish to cancel looks different
 * @param from where it leaves the box
 * @param trunk where it goes up or down
 * @param to the lane it goes to; its head ends `HEAD` pixels right of the trunk
 * @returns SVG
 */
export function link(
  kind: "cancelled" | "woke",
  from: { x: number; y: number },
  trunk: number,
  to: number,
): string {
  const bend = to > from.y ? 5 : -5;
  const extra = kind === "cancelled" ? " cancel" : "";
  const d = `M${at(from.x, from.y)}H${rounded(trunk - 5)}` +
    `Q${at(trunk, from.y)} ${at(trunk, from.y + bend)}` +
    `V${rounded(to - bend)}Q${at(trunk, to)} ${at(trunk + 5, to)}`;
  const tip = `M${at(trunk + HEAD, to)}l-7-4v8z`;
  return element("path", { class: `link${extra}`, d }) +
    element("path", { class: `head${extra}`, d: tip });
}

/** How far the head of a link reaches beyond its trunk, in pixels. */
export const HEAD = 10;

/**
 * Draws the time axis where time goes by.
 *
 * @param from the left end
 * @param to the right end
 * @param y the height
 * @param cut whether it is shorter than in proportion
 * @returns SVG; nothing when there is no room
 */
export function passage(
  from: number,
  to: number,
  y: number,
  cut: boolean,
): string {
  if (to - from < 12) return "";
  const middle = rounded((from + to) / 2);
  const d = cut
    ? `M${at(from, y)}H${middle - 4}m-2 4 4-8m4 0-4 8m2-4H${rounded(to)}`
    : `M${at(from, y)}H${rounded(to)}`;
  return element("path", { class: cut ? "axis cut" : "axis", d });
}

function at(x: number, y: number): string {
  return `${rounded(x)} ${rounded(y)}`;
}
