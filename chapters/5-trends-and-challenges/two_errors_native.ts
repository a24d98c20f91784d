import { delay } from "@std/async";

// #region program
class Refused extends Error {}

async function orders(controller: AbortController) {
  await delay(10);
  controller.abort(); // the others need not go on
  throw new Refused("orders: come back later");
}

async function basket(controller: AbortController) {
  try {
    await delay(50, { signal: controller.signal });
  } catch {
    throw new TypeError("basket: clean() is not a function");
  }
}

export async function main() {
  const controller = new AbortController();
  try {
    await Promise.all([orders(controller), basket(controller)]);
  } catch (error) {
    console.log(`caught: ${(error as Error).message}`);
  }
  await delay(20); // whoever has something to say may say it
}
// #endregion

if (import.meta.main) await main();
