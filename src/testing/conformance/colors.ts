/**
 * How a terminal shows what matters.
 *
 * @module
 */

/** Wraps text in what makes it stand out, or leaves it as it is. */
export interface Colors {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly right: (text: string) => string;
  readonly wrong: (text: string) => string;
}

/** For everything that is no terminal. */
export const NO_COLORS: Colors = {
  strong: (text) => text,
  faint: (text) => text,
  right: (text) => text,
  wrong: (text) => text,
};

/** For terminals. */
export const COLORS: Colors = {
  strong: (text) => `\x1b[1m${text}\x1b[22m`,
  faint: (text) => `\x1b[2m${text}\x1b[22m`,
  right: (text) => `\x1b[32m${text}\x1b[39m`,
  wrong: (text) => `\x1b[31m${text}\x1b[39m`,
};
