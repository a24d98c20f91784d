import { delay } from "@std/async";

// #region main
async function backup() {
  await delay(10);
  await delay(10);
  console.log("backup: complete");
}

export async function main() {
  backup();
  await delay(10);
  console.log("main: that is all I wanted");
}
// #endregion

if (import.meta.main) await main();
