import { delay } from "@std/async";

// #region one-try
async function lookUp(what: string) {
  await delay(10);
  if (what === "price") throw new Error("no price for a kettle");
  return what;
}

export async function main() {
  try {
    const customer = await lookUp("customer");
    const price = await lookUp("price");
    console.log(`the ${customer} pays the ${price}`);
  } catch (error) {
    console.log(`no bill: ${(error as Error).message}`);
  } finally {
    console.log("the ledger is closed");
  }
}
// #endregion

if (import.meta.main) await main();
