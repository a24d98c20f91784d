/**
 * Search while you type: the answer to the older question arrives last, and
 * the page shows it.
 *
 * Reported for use-http (use-http#302), and seen in every search box without a
 * guard. The mend drops an answer whose question is no longer the last one.
 *
 * @module
 */

import type { World } from "../../../mod.ts";

/** Two searches, the second one typed before the first is answered. */
export async function broken({ io, check }: World): Promise<void> {
  let shown = "";

  async function search(words: string): Promise<void> {
    await io(`fetch ${words}`);
    shown = words;
  }

  await Promise.all([search("re"), search("react")]);
  check(shown === "react", `the page shows the answer to "${shown}"`);
}

/** The same, but only the last question may be answered. */
export async function mended({ io, check }: World): Promise<void> {
  let shown = "";
  let last = "";

  async function search(words: string): Promise<void> {
    last = words;
    await io(`fetch ${words}`);
    if (last === words) shown = words;
  }

  await Promise.all([search("re"), search("react")]);
  check(shown === "react", `the page shows the answer to "${shown}"`);
}
