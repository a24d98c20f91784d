/** The fixture book with one thing changed, which nothing on disk has to know. */

import { BookFiles } from "../../tools/claims/book_files.ts";
import { checkLedger } from "../../tools/claims/check_ledger.ts";
import { LEDGER } from "../../tools/claims/ledger.ts";
import { readLedger } from "../../tools/claims/read_ledger.ts";

const BOOK = `${import.meta.dirname}/fixtures/book`;

/** The statements of the article that the fixture book follows. */
const STATEMENTS = { "1": 3 };

/** A file of the book, and what takes the place of its text; `null`: no file. */
type Change = readonly [
  file: string,
  change: null | ((text: string) => string),
];

class ChangedBook extends BookFiles {
  readonly #change: Change | undefined;

  constructor(change?: Change) {
    super(BOOK);
    this.#change = change;
  }

  override async text(path: string): Promise<string | undefined> {
    const text = await super.text(path);
    const [file, change] = this.#change ?? [];
    if (path !== file || !change) return path === file ? undefined : text;
    const changed = change(text!);
    if (changed === text) throw new Error(`Nothing was changed in ${file}`);
    return changed;
  }

  override async testFiles(): Promise<readonly string[]> {
    const [file, change] = this.#change ?? [];
    return (await super.testFiles())
      .filter((path) => path !== file || change !== null);
  }
}

/**
 * Checks the ledger of the fixture book.
 *
 * @param change what is changed in one of its files
 * @returns the problems, one a line: `file:line: message`
 */
export async function problemsWith(...change: Change | []): Promise<string[]> {
  const files = new ChangedBook(change.length === 0 ? undefined : change);
  const ledger = readLedger((await files.text(LEDGER))!);
  return (await checkLedger(ledger, files, STATEMENTS))
    .map(({ file, line, message }) => `${file}:${line}: ${message}`);
}

/** Replaces a piece of text, which has to be there. */
export function replaced(from: string, to: string): (text: string) => string {
  return (text) => text.replace(from, () => to);
}

/** Takes one claim out of the JSON of a ledger. */
export function without(id: string): (text: string) => string {
  return (text) => {
    const { claims } = JSON.parse(text) as { claims: { id: string }[] };
    const others = claims.filter((claim) => claim.id !== id);
    return JSON.stringify({ claims: others }, null, 2);
  };
}
