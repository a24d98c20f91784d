import { distance } from "npm:fastest-levenshtein@1.0.16";

/**
 * The candidate that a mistyped word most likely meant.
 *
 * @param word what was typed
 * @param candidates what would have been right
 * @returns the nearest one, or `undefined` when none is near: more than two
 * letters wrong, or more than a third of a longer word
 */
export function nearest(
  word: string,
  candidates: Iterable<string>,
): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const letters = distance(word.toLowerCase(), candidate.toLowerCase());
    if (letters < bestDistance && letters < candidate.length) {
      best = candidate;
      bestDistance = letters;
    }
  }
  return best;
}

/**
 * The end of an error message that knows what was meant.
 *
 * @param word what was typed
 * @param candidates what would have been right
 * @returns `; did you mean "gather"?`, or `undefined` when nothing is near
 */
export function didYouMean(
  word: string,
  candidates: Iterable<string>,
): string | undefined {
  const near = nearest(word, candidates);
  return near === undefined ? undefined : `; did you mean "${near}"?`;
}

/**
 * The end of an error message: `; did you mean "gather"?` when something is
 * near, otherwise the whole list.
 *
 * @param word what was typed
 * @param candidates what would have been right
 * @returns the text, beginning with a semicolon
 */
export function suggestion(
  word: string,
  candidates: Iterable<string>,
): string {
  const all = [...candidates];
  const meant = didYouMean(word, all);
  if (meant !== undefined) return meant;
  if (all.length === 0) return "";
  return `; there ${all.length === 1 ? "is" : "are"} ${all.join(", ")}`;
}
