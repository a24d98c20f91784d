import { delay } from "@std/async";

// #region greetings
async function greet(name: string, ms: number) {
  await delay(ms);
  console.log(`Hello, ${name}!`);
}

export async function main() {
  await Promise.all([greet("world", 50), greet("loop", 20)]);
}
// #endregion

if (import.meta.main) await main();
