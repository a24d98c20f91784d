/**
 * How wide text is in a terminal.
 *
 * A terminal has cells of one width. Most characters take one; East Asian ones
 * and emoji take two; combining marks take none and sit on the character before
 * them. Names of tasks are chosen by people, so a timeline that forgets this
 * stands crooked in Chinese.
 *
 * @module
 */

/** One character as a reader sees it, and how many cells it takes. */
export interface Glyph {
  /** One grapheme cluster. */
  readonly text: string;
  /** Cells: 0, 1 or 2, in rare cases 3. */
  readonly width: number;
}

/**
 * Splits text into what a reader sees as characters.
 *
 * @param text any text; see {@linkcode printable} for control characters
 * @returns the characters with their widths in terminal cells
 */
export function glyphsOf(text: string): Glyph[] {
  if (PLAIN.test(text)) return Array.from(text, (text) => ({ text, width: 1 }));
  return Array.from(
    segmenter().segment(text),
    ({ segment }) => ({ text: segment, width: widthOf(segment) }),
  );
}

/**
 * Counts the terminal cells that a text takes.
 *
 * @param text any text without control characters
 * @returns the number of cells
 */
export function displayWidth(text: string): number {
  return glyphsOf(text).reduce((sum, { width }) => sum + width, 0);
}

/**
 * Shortens a text that is too wide. Names often differ only at their end
 * (`download-17`), so what is left out is the middle.
 *
 * @param text any text without control characters
 * @param width how many cells there are, at least 1
 * @param ellipsis what stands for the part left out
 * @returns the text, or its beginning and its end
 */
export function shortenMiddle(
  text: string,
  width: number,
  ellipsis = "…",
): string {
  if (displayWidth(text) <= width) return text;
  const room = Math.max(0, width - displayWidth(ellipsis));
  const tail = takeFromEnd(text, Math.floor(room / 3));
  return takeFromStart(text, room - displayWidth(tail)) + ellipsis + tail;
}

/**
 * Shortens a text that is too wide by its end.
 *
 * @param text any text without control characters
 * @param width how many cells there are, at least 1
 * @param ellipsis what stands for the part left out
 * @returns the text, or its beginning
 */
export function shortenEnd(
  text: string,
  width: number,
  ellipsis = "…",
): string {
  if (displayWidth(text) <= width) return text;
  return takeFromStart(text, width - displayWidth(ellipsis)) + ellipsis;
}

/**
 * Breaks a text into lines, between words where it can.
 *
 * @param text any text without control characters
 * @param width how many cells a line has, at least 2
 * @returns the lines, at least one
 */
export function brokenIntoLines(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (displayWidth(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = word;
    while (displayWidth(line) > width) {
      const start = takeFromStart(line, width);
      lines.push(start);
      line = line.slice(start.length);
    }
  }
  return [...lines, line];
}

/**
 * Makes text safe for one line of a terminal: color sequences go, tabs and
 * line breaks become spaces, other control characters become visible.
 *
 * @param text any text
 * @returns the text without anything that moves a cursor
 */
export function printable(text: string): string {
  return text
    .replace(ESCAPE_SEQUENCES, "")
    .replace(/\r?\n|[\t\r\u2028\u2029]/g, " ")
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "\ufffd");
}

/**
 * Writes text with ASCII characters only, each in the place of the original:
 * the typographer's own by their ASCII form, all others as question marks.
 *
 * @param text any text without control characters
 * @returns text of the same width, save for an ellipsis
 */
export function toAscii(text: string): string {
  if (PLAIN.test(text)) return text;
  return glyphsOf(text).map((glyph) =>
    PLAIN.test(glyph.text)
      ? glyph.text
      : TYPOGRAPHIC[glyph.text] ?? "?".repeat(glyph.width)
  ).join("");
}

const TYPOGRAPHIC: Readonly<Record<string, string>> = {
  "…": "...",
  "–": "-",
  "—": "-",
  "“": '"',
  "”": '"',
  "‘": "'",
  "’": "'",
};

/** Plain ASCII needs no segmenter. */
const PLAIN = /^[\x20-\x7e]*$/;

/** Colors and the like (CSI), titles and links (OSC). */
const ESCAPE_SEQUENCES =
  /\p{Cc}\[[0-?]*[ -/]*[@-~]|\p{Cc}\][^\p{Cc}]*\p{Cc}\\?/gu;

let cachedSegmenter: Intl.Segmenter | undefined;

function segmenter(): Intl.Segmenter {
  return cachedSegmenter ??= new Intl.Segmenter("en", {
    granularity: "grapheme",
  });
}

const NO_WIDTH = /^[\p{Mark}\p{Default_Ignorable_Code_Point}]+$/v;
const EMOJI = /^\p{RGI_Emoji}|\p{Emoji}\ufe0f|\p{Emoji_Presentation}/v;

function widthOf(segment: string): number {
  if (NO_WIDTH.test(segment)) return 0;
  if (EMOJI.test(segment)) return 2;
  // Halfwidth voice marks are marks, but take a cell of their own.
  const voiced = segment.length > 1 && /[\uff9e\uff9f]$/.test(segment) ? 1 : 0;
  return voiced + (isWide(segment.codePointAt(0) ?? 0) ? 2 : 1);
}

/**
 * The blocks whose characters are Wide or Fullwidth in Unicode's table of East
 * Asian widths, without those that are emoji.
 */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f], // Hangul Jamo, leading consonants
  [0x2329, 0x232a], // angle brackets
  [0x2630, 0x2637], // trigrams
  [0x268a, 0x268f], // monograms and digrams
  [0x2e80, 0x303e], // CJK radicals, symbols and punctuation
  [0x3041, 0x3247], // kana, Bopomofo, Hangul letters, CJK in brackets
  [0x3250, 0xa4c6], // CJK letters, hexagrams, ideographs, Yi
  [0xa960, 0xa97c], // Hangul Jamo, extended A
  [0xac00, 0xd7a3], // Hangul syllables
  [0xf900, 0xfaff], // CJK compatibility ideographs
  [0xfe10, 0xfe19], // vertical forms
  [0xfe30, 0xfe6b], // CJK compatibility and small forms
  [0xff01, 0xff60], // fullwidth forms
  [0xffe0, 0xffe6], // fullwidth signs
  [0x16fe0, 0x18dff], // Tangut, Khitan
  [0x1aff0, 0x1b2fb], // kana supplements, Nushu
  [0x1d300, 0x1d376], // Tai Xuan Jing, counting rods
  [0x1f200, 0x1f265], // ideographs in squares and circles
  [0x20000, 0x3fffd], // CJK extensions
];

function isWide(codePoint: number): boolean {
  return WIDE.some(([from, to]) => from <= codePoint && codePoint <= to);
}

function takeFromStart(text: string, width: number): string {
  let taken = "", left = width;
  for (const glyph of glyphsOf(text)) {
    if (glyph.width > left) break;
    taken += glyph.text;
    left -= glyph.width;
  }
  return taken;
}

function takeFromEnd(text: string, width: number): string {
  let taken = "", left = width;
  for (const glyph of glyphsOf(text).reverse()) {
    if (glyph.width > left) break;
    taken = glyph.text + taken;
    left -= glyph.width;
  }
  return taken;
}
