// deno-lint-ignore-file require-await

import { delay } from "@std/async";

// #region forgotten
export async function main() {
  delay(1000); // the await is missing
  console.log("Hello, world!");
}
// #endregion

if (import.meta.main) await main();
