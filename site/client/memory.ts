/**
 * What the browser keeps for the reader. Storage may be closed to the page
 * (private windows, strict settings): then nothing is kept and nothing breaks.
 *
 * @module
 */

/** Keeps a value, if storage is open. */
export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`loopbook:${key}`, value);
  } catch {
    // The choice holds for this page only.
  }
}
