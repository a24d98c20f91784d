import { delay } from "@std/async";

type Goods = Readonly<Record<string, number>>;

async function download() {
  await delay(60); // ten times as fast: this program runs on the real clock
  console.log("  downloaded the prices");
  return { tea: 3, bread: 2 };
}

async function read() {
  await delay(30);
  console.log("  read the order");
  return { tea: 4, bread: 5 };
}

function compute(prices: Goods, order: Goods) {
  let sum = 0;
  for (const [name, count] of Object.entries(order)) {
    sum += count * (prices[name] ?? 0);
  }
  return sum;
}

// #region one-after-another
async function oneAfterAnother() {
  const prices = await download();
  const order = await read();
  return compute(prices, order);
}
// #endregion

// #region concurrently
async function concurrently() {
  const [prices, order] = await Promise.all([download(), read()]);
  return compute(prices, order);
}
// #endregion

export async function main() {
  console.log("one after another");
  console.log(`  a bill of ${await oneAfterAnother()}`);
  console.log("concurrently");
  console.log(`  a bill of ${await concurrently()}`);
}

if (import.meta.main) await main();
