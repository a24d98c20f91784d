/** The failing schedule, run again. */

import { replay, ScheduleError } from "../../../mod.ts";
import { twoWithdrawals } from "./explored.ts";

export async function main(): Promise<void> {
  try {
    // #region replay
    await replay(twoWithdrawals, "");
    // #endregion
  } catch (error) {
    if (!(error instanceof ScheduleError)) throw error;
    const [first] = error.message.split("\n");
    console.log(first);
  }
}

if (import.meta.main) await main();
