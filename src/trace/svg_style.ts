/**
 * The colors and fonts of the SVG.
 *
 * A page that shows the picture sets `--lb-ink`, `--lb-paper` and so on, and the
 * picture follows the page's theme. Standing alone, it falls back to the colors
 * below and follows the reader's system. On paper it is always light.
 *
 * Each color has at least the contrast 4.5 to both backgrounds, `paper` and
 * `zone`: that is WCAG's bar for text, and the lines keep it too.
 *
 * @module
 */

/** What a color is for. */
export type ColorName =
  | "paper"
  | "zone"
  | "ink"
  | "muted"
  | "accent"
  | "link"
  | "good"
  | "bad"
  | "warn";

/** One color for each purpose, as `#rrggbb`. */
export type Palette = Readonly<Record<ColorName, string>>;

/** On a light background. */
export const LIGHT: Palette = {
  paper: "#ffffff",
  zone: "#f1f4f7",
  ink: "#1b2027",
  muted: "#545d69",
  accent: "#1d5fbf",
  link: "#0b6e69",
  good: "#1a7535",
  bad: "#c01f2e",
  warn: "#8a5a00",
};

/** On a dark background. */
export const DARK: Palette = {
  paper: "#14171c",
  zone: "#1f242b",
  ink: "#e8eaed",
  muted: "#a3adb9",
  accent: "#74b3ff",
  link: "#56cfc4",
  good: "#5fd07a",
  bad: "#ff8b83",
  warn: "#e5b64a",
};

/** The size of the names and of all other text, in pixels. */
export const FONT_SIZE = 12;

// What follows is written out: a bundler does not compute, and keeps what a module
// computes while it loads, even where nothing is drawn.

/** How wide a character of the fixed-width font is at most: 0.62 of its size. */
export const CHARACTER = 7.44;

/** How wide a character of the other font is on average: 0.56 of its size. */
export const SANS_CHARACTER = 6.72;

/**
 * Writes the style sheet of one picture.
 *
 * @param id the id of the picture's root element, to which all rules are bound
 * @returns CSS
 */
export function styleSheet(id: string): string {
  const bound = rules().map((rule) => `#${id} ${rule}`).join("");
  return `#${id}{${variables(LIGHT)}${font()}}` +
    `@media (prefers-color-scheme:dark){#${id}{${variables(DARK)}}}` +
    `@media print{#${id}{${variables(LIGHT)}}}` +
    bound;
}

function variables(palette: Palette): string {
  return Object.entries(palette).map(([name, color]) =>
    `--_${name}:var(--lb-${name},${color});`
  ).join("");
}

// Functions, so that a bundle that draws nothing can leave them out: a bundler
// must not drop what a module computes while it loads.
function font(): string {
  return `font:${FONT_SIZE}px/1 var(--lb-sans,system-ui,sans-serif);`;
}

const MONO =
  "var(--lb-mono,ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace)";

function rules(): string[] {
  return [
    "text{fill:var(--_ink)}",
    ".paper{fill:var(--_paper)}",
    ".zone{fill:var(--_zone)}",
    `.name,.print{font-family:${MONO}}`,
    // Leaders to lower lines pass behind the text.
    ".print{paint-order:stroke;stroke:var(--_paper);stroke-width:5px;" +
    "stroke-linejoin:round}",
    "text.muted{fill:var(--_muted)}",
    ".time{font-variant-numeric:tabular-nums;font-weight:600}",
    ".pass{font-variant-numeric:tabular-nums}",
    ".axis,.leader{fill:none;stroke:var(--_muted)}",
    ".leader{stroke-dasharray:1 3}",
    ".waiting{fill:none;stroke:var(--_muted);stroke-width:1.5;" +
    "stroke-dasharray:.1 5;stroke-linecap:round}",
    ".ready{fill:none;stroke:var(--_accent);stroke-width:2.5}",
    ".held{fill:none;stroke:var(--_accent);stroke-width:6;stroke-dasharray:2 2}",
    ".box{fill:var(--_accent)}",
    ".behind{fill:var(--_paper);stroke:var(--_accent)}",
    ".link{fill:none;stroke:var(--_link);stroke-width:1.5}",
    ".head{fill:var(--_link)}",
    ".link.cancel{stroke:var(--_bad);stroke-dasharray:4 3}",
    ".head.cancel{fill:var(--_bad)}",
    "circle.finished{fill:var(--_good)}",
    "circle.failed{fill:var(--_bad)}",
    "circle.cancelled{fill:var(--_warn)}",
    ".mark{fill:none;stroke:var(--_paper);stroke-width:1.75;" +
    "stroke-linecap:round;stroke-linejoin:round}",
    ".clock{fill:var(--_paper);stroke:var(--_muted);stroke-width:1.25}",
    ".host{fill:var(--_muted);stroke:none}",
  ];
}
