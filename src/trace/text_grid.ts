import { type Meaning, paint } from "./text_glyphs.ts";
import { glyphsOf } from "./text_width.ts";

interface Cell {
  /** The glyph; empty in the second cell of a wide one. */
  readonly text: string;
  readonly meaning: Meaning;
}

const BLANK: Cell = { text: " ", meaning: "plain" };

/** Lines of terminal cells, in which wide characters take two. */
export class TextGrid {
  readonly #lines: Cell[][] = [];

  /** How many lines there are. */
  get height(): number {
    return this.#lines.length;
  }

  /**
   * Adds an empty line at the bottom.
   *
   * @returns its number
   */
  addLine(): number {
    return this.#lines.push([]) - 1;
  }

  /**
   * Writes text over what is there.
   *
   * @param line the line's number
   * @param x the first cell
   * @param text one line of text
   * @param meaning what it stands for
   */
  write(line: number, x: number, text: string, meaning: Meaning): void {
    const cells = this.#lines[line];
    if (cells === undefined) return;
    let at = x;
    for (const glyph of glyphsOf(text)) {
      while (cells.length < at) cells.push(BLANK);
      if (glyph.width === 0) {
        appendTo(cells, at - 1, glyph.text);
        continue;
      }
      cells[at] = { text: glyph.text, meaning };
      for (let more = 1; more < glyph.width; more++) {
        cells[at + more] = { text: "", meaning };
      }
      at += glyph.width;
    }
  }

  /**
   * Writes one glyph into every cell of a range.
   *
   * @param line the line's number
   * @param from the first cell
   * @param to the cell after the last
   * @param glyph a glyph of one cell
   * @param meaning what it stands for
   */
  fill(
    line: number,
    from: number,
    to: number,
    glyph: string,
    meaning: Meaning,
  ): void {
    for (let x = from; x < to; x++) this.write(line, x, glyph, meaning);
  }

  /**
   * Reads one cell.
   *
   * @param line the line's number
   * @param x the cell
   * @returns the glyph, a space where nothing was written
   */
  at(line: number, x: number): string {
    return this.#lines[line]?.[x]?.text ?? " ";
  }

  /**
   * What the cells mean that can be seen.
   *
   * @returns each meaning once
   */
  meanings(): Set<Meaning> {
    return new Set(this.#lines.flat().map(({ meaning }) => meaning));
  }

  /**
   * The lines as text, without blanks at their ends.
   *
   * @param color whether to color them for a terminal
   * @returns one string for each line
   */
  toLines(color: boolean): string[] {
    return this.#lines.map((cells) => joinCells(cells, color));
  }
}

function appendTo(cells: Cell[], x: number, mark: string): void {
  const cell = cells[x];
  if (cell) cells[x] = { text: cell.text + mark, meaning: cell.meaning };
}

function joinCells(cells: readonly Cell[], color: boolean): string {
  let end = cells.length;
  while (end > 0 && cells[end - 1]?.text === " ") end--;
  if (!color) return cells.slice(0, end).map(({ text }) => text).join("");
  let line = "", run = "", meaning: Meaning = "plain";
  for (const cell of cells.slice(0, end)) {
    if (cell.meaning !== meaning && cell.text !== " ") {
      line += run === "" ? "" : paint(run, meaning);
      run = "";
      meaning = cell.meaning;
    }
    run += cell.text;
  }
  return line + (run === "" ? "" : paint(run, meaning));
}
