import { delay } from "@std/async";

export async function main() {
  await delay(1000);
  console.log("Hello, world!");
}

if (import.meta.main) await main();
