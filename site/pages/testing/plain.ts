/** The test that everybody writes first, and that never fails. */

import { assertEquals } from "@std/assert";
import { Database, withdraw } from "./bank.ts";

export async function main(): Promise<void> {
  // #region test
  const database = new Database({ ann: 100 });
  assertEquals(await withdraw(database, "ann", 80), true);
  assertEquals(await withdraw(database, "ann", 80), false);
  assertEquals(await database.read("ann"), 20);
  // #endregion
  console.log("all is well");
}

if (import.meta.main) await main();
