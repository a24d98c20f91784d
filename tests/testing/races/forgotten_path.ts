/**
 * “All done?” is asked only where an entry succeeds. If the one that fails is
 * the last to end, nobody asks, and the archive is never finished.
 *
 * Reported for node-archiver (archiver PR 388; it is ARC in the NodeRacer
 * paper). The mend asks on both paths.
 *
 * @module
 */

import type { World } from "../../../mod.ts";

/** Three files, one of which isn't there. */
export function broken({ io }: World): Promise<void> {
  return new Promise((finish) => {
    let entries = 0;
    let done = 0;

    async function add(file: string, isThere: boolean): Promise<void> {
      entries++;
      await io(`stat ${file}`);
      if (!isThere) {
        entries--;
        return;
      }
      await io(`read ${file}`);
      if (++done === entries) finish();
    }

    add("a", true);
    add("missing", false);
    add("b", true);
  });
}

/** The same, asking wherever an entry ends. */
export function mended({ io }: World): Promise<void> {
  return new Promise((finish) => {
    let open = 0;

    async function add(file: string, isThere: boolean): Promise<void> {
      open++;
      await io(`stat ${file}`);
      if (isThere) await io(`read ${file}`);
      if (--open === 0) finish();
    }

    add("a", true);
    add("missing", false);
    add("b", true);
  });
}
