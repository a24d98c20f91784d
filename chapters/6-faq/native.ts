import { delay } from "@std/async";

// #region shop
async function order(customer: string, ms: number) {
  console.log(`${customer} orders`);
  await delay(ms);
  if (customer === "Bo") throw new Error("out of stock");
  console.log(`${customer} is served`);
  return ms;
}

export async function main() {
  const orders = [order("Ada", 60), order("Bo", 20), order("Cy", 40)];
  for (const outcome of await Promise.allSettled(orders)) {
    if (outcome.status === "rejected") {
      console.log(`sorry, ${outcome.reason.message}`);
    } else console.log(`that took ${outcome.value} ms`);
  }
}
// #endregion

if (import.meta.main) await main();
