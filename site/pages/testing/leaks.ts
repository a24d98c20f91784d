// deno-lint-ignore-file require-await -- a test is async, whatever it does
/** A test that leaves something running. */

import { LeakError, virtual } from "../../../mod.ts";

export async function main(): Promise<void> {
  try {
    // #region test
    await virtual(async () => {
      setInterval(() => {}, 60_000); // a heartbeat that nobody stops
    });
    // #endregion
  } catch (error) {
    if (!(error instanceof LeakError)) throw error;
    const [first] = error.message.split("\n");
    console.log(first);
  }
}

if (import.meta.main) await main();
