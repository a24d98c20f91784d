import { delay } from "@std/async";

// #region program
async function count(name: string, last: number) {
  for (let i = 1; i <= last; i++) {
    console.log(`${name}: ${i}`);
    await delay(20);
  }
  console.log(`${name}: done`);
}

export async function main() {
  await Promise.all([count("a", 3), count("b", 3)]);
}
// #endregion

if (import.meta.main) await main();
