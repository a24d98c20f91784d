/** Two withdrawals at once, under every schedule. */

import { explore, ScheduleError, type World } from "../../../mod.ts";
import { Database, withdraw } from "./bank.ts";

// #region body
export async function twoWithdrawals({ io, check }: World): Promise<void> {
  const database = io(new Database({ ann: 100 }));
  const [first, second] = await Promise.all([
    withdraw(database, "ann", 80),
    withdraw(database, "ann", 80),
  ]);
  check(!(first && second), "Ann had 100 and has taken out 160");
}
// #endregion

export async function main(): Promise<void> {
  try {
    await explore(twoWithdrawals);
  } catch (error) {
    if (!(error instanceof ScheduleError)) throw error;
    console.log(error.message);
  }
}

if (import.meta.main) await main();
