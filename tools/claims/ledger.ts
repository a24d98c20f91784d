/**
 * The ledger of claims, `chapters/claims.json`: every statement of the article
 * that this book follows, its verdict, where the book discusses it, and what
 * decides it.
 *
 * @module
 */

/** Where the ledger lies, from the project's root. */
export const LEDGER = "chapters/claims.json";

/** What can be said of a statement, in the words of the ledger and of people. */
export const VERDICTS = {
  "holds": "holds",
  "holds-with-limits": "holds with limits",
  "imprecise": "imprecise",
  "wrong": "wrong",
} as const;

/** What is said of a statement. */
export type Verdict = keyof typeof VERDICTS;

/** A test decides: it would fail if the statement were to be judged otherwise. */
export interface TestDecides {
  readonly kind: "test";
  /** The test's file, from the project's root. */
  readonly file: string;
  /** The test's name, whole. */
  readonly name: string;
  readonly line: number;
}

/** The committed result of a benchmark decides. */
export interface MeasurementDecides {
  readonly kind: "measurement";
  /** The results, from the project's root. */
  readonly file: string;
  /** The program of the chapter that shows them. */
  readonly program: string;
  /** What it shows. */
  readonly shows: string;
  readonly line: number;
}

/** A document decides: only what exists, and where things are going. */
export interface SourceDecides {
  readonly kind: "source";
  readonly title: string;
  readonly url: string;
  /** The place in the document. */
  readonly place: string;
  readonly line: number;
}

/** What decides a statement. */
export type Decision = TestDecides | MeasurementDecides | SourceDecides;

/** One statement and what became of it. */
export interface Claim {
  /** Section of the article and a letter: `3.g`. */
  readonly id: string;
  /** What the article says. */
  readonly statement: string;
  readonly verdict: Verdict;
  /** The folder of the chapter that discusses it. */
  readonly chapter: string;
  /** The id of the heading under which it does. */
  readonly heading: string;
  /** What was found, in a sentence or two. */
  readonly finding: string;
  readonly decidedBy: readonly Decision[];
  /** The line of the ledger on which it begins. */
  readonly line: number;
  /** The lines of its entries. */
  readonly lines: Readonly<Record<string, number>>;
}

/** Something wrong with the ledger, or with what it names. */
export interface Problem {
  /** The file, from the project's root. */
  readonly file: string;
  readonly line: number;
  /** What is wrong and what to do. */
  readonly message: string;
}

/** A ledger as far as it can be read. */
export interface Ledger {
  readonly claims: readonly Claim[];
  readonly problems: readonly Problem[];
}
