import { run, sleep } from "../../mod.ts";

// #region one-try
function* lookUp(what: string) {
  yield* sleep(10);
  if (what === "price") throw new Error("no price for a kettle");
  return what;
}

export function* main() {
  try {
    const customer = yield* lookUp("customer");
    const price = yield* lookUp("price");
    console.log(`the ${customer} pays the ${price}`);
  } catch (error) {
    console.log(`no bill: ${(error as Error).message}`);
  } finally {
    console.log("the ledger is closed");
  }
}
// #endregion

if (import.meta.main) await run(main);
