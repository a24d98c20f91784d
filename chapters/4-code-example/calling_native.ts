import { delay } from "@std/async";

// #region calling
async function hello() {
  console.log("begun");
  await delay(50);
  console.log("Hello, world!");
}

export async function main() {
  const promise = hello();
  console.log("called");
  await promise;
}
// #endregion

if (import.meta.main) await main();
