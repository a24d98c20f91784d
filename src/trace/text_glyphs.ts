/**
 * The characters and colors of the text timeline.
 *
 * States differ by their character; color only repeats what the character
 * says. The ASCII set is for terminals and log files that have nothing else.
 *
 * @module
 */

/** What a cell of the timeline can mean. */
export type Meaning =
  | "plain"
  | "axis"
  | "cut"
  | "running"
  | "crowd"
  | "ready"
  | "waiting"
  | "held"
  | "wait-label"
  | "line"
  | "cancel-line"
  | "finished"
  | "failed"
  | "cancelled"
  | "print";

/** One character for each thing that is drawn. */
export interface GlyphSet {
  readonly running: string;
  readonly crowd: string;
  readonly ready: string;
  readonly waiting: string;
  readonly held: string;
  readonly finished: string;
  readonly failed: string;
  readonly cancelled: string;
  readonly cancelRequest: string;
  readonly time: string;
  readonly cut: string;
  /** A line between rows, by where it goes: `up`, `down`, to the `left`. */
  readonly vertical: string;
  readonly crossing: string;
  readonly fromBoxDown: string;
  readonly fromBoxUp: string;
  readonly fromBoxBoth: string;
  readonly intoRowDown: string;
  readonly intoRowUp: string;
  readonly intoRowPassing: string;
  readonly printRight: string;
  readonly printLeft: string;
  readonly ellipsis: string;
  readonly dash: string;
}

/** For every terminal of today. */
export const UNICODE: GlyphSet = {
  running: "█",
  crowd: "▒",
  ready: "─",
  waiting: "·",
  held: "▁",
  finished: "✓",
  failed: "✗",
  cancelled: "⊘",
  cancelRequest: "!",
  time: "┈",
  cut: "≈",
  vertical: "│",
  crossing: "┼",
  fromBoxDown: "╮",
  fromBoxUp: "╯",
  fromBoxBoth: "┤",
  intoRowDown: "╰",
  intoRowUp: "╭",
  intoRowPassing: "├",
  printRight: "└ ",
  printLeft: " ┘",
  ellipsis: "…",
  dash: "–",
};

/** For what knows only ASCII. */
export const ASCII: GlyphSet = {
  running: "#",
  crowd: "%",
  ready: "=",
  waiting: ".",
  held: "_",
  finished: "v",
  failed: "x",
  cancelled: "c",
  cancelRequest: "!",
  time: "-",
  cut: "~",
  vertical: "|",
  crossing: "|",
  fromBoxDown: "+",
  fromBoxUp: "+",
  fromBoxBoth: "+",
  intoRowDown: "+",
  intoRowUp: "+",
  intoRowPassing: "+",
  printRight: "^ ",
  printLeft: " ^",
  ellipsis: "...",
  dash: "-",
};

/** Select Graphic Rendition codes that read well on dark and on light. */
const COLORS: Record<Meaning, string> = {
  plain: "",
  axis: "2",
  cut: "2",
  running: "1;34",
  crowd: "34",
  ready: "34",
  waiting: "2",
  held: "1;34",
  "wait-label": "2",
  line: "36",
  "cancel-line": "1;31",
  finished: "1;32",
  failed: "1;31",
  cancelled: "1;33",
  print: "",
};

/**
 * Colors a piece of text for a terminal.
 *
 * @param text the text
 * @param meaning what it stands for
 * @returns the text between escape sequences, or as it is
 */
export function paint(text: string, meaning: Meaning): string {
  const code = COLORS[meaning];
  return code === "" ? text : `\x1b[${code}m${text}\x1b[0m`;
}
