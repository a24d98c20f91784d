/**
 * What the markdown rules know of the page they work on, and how they say that
 * something in it is wrong.
 *
 * @module
 */

import type { Env, Token } from "npm:markdown-it@15.0.0";

/** One page while it is rendered. */
export interface PageEnv extends Env {
  /** The markdown file, from the project's root. */
  readonly source: string;
  /** Lines of the file before the text that is rendered. */
  readonly linesBefore: number;
  /** How many names for elements of this page were given out. */
  used: number;
}

/**
 * Reads the page out of markdown-it's untyped environment.
 *
 * @param env what markdown-it hands to a rule
 * @returns the same object, typed
 */
export function pageEnv(env: unknown): PageEnv {
  return env as PageEnv;
}

/** A name for an element that is unique within the page. */
export function nextName(env: PageEnv, kind: string): string {
  return `${kind}-${++env.used}`;
}

/**
 * An error at the place in the markdown that causes it.
 *
 * @param env the page
 * @param where a token of the place; one without a line gives an error without
 * @param message what is wrong and what to do
 * @returns the error, to be thrown
 */
export function markdownError(
  env: PageEnv,
  where: Token | undefined,
  message: string,
): Error {
  const line = where?.map ? `:${where.map[0] + env.linesBefore + 1}` : "";
  return new Error(`${env.source}${line}: ${message}`);
}
