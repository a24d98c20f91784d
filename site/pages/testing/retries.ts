// deno-lint-ignore-file require-await -- the real one waits for a server
/** A client that waits ever longer between its attempts, on virtual time. */

import { virtual } from "../../../mod.ts";

// #region retrying
const SECOND = 1_000;

/** Tries until it works, and waits twice as long after each failure. */
export async function retrying(
  attempt: () => Promise<string>,
): Promise<string> {
  for (let pause = SECOND;; pause *= 2) {
    try {
      return await attempt();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}
// #endregion

export async function main(): Promise<void> {
  // #region test
  await virtual(async (time) => {
    let attempts = 0;
    const answer = await retrying(async () => {
      if (++attempts < 12) throw new Error("busy");
      return "done";
    });
    console.log(`${answer} after ${time.now() / SECOND} s`);
  });
  // #endregion
}

if (import.meta.main) await main();
