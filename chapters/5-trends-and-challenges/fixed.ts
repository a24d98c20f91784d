import { run, sleep } from "../../mod.ts";
import { besideClock, ORDERS, priceOf } from "./slow.ts";

// #region report
function* report() {
  let sum = 0;
  for (let order = 0; order < ORDERS; order++) {
    sum += priceOf(order);
    if (order % 1000 === 999) yield* sleep(0);
  }
  console.log(`report: ${sum}`);
}
// #endregion

export async function main() {
  await run(besideClock(report()), { clock: "real" });
}

if (import.meta.main) await main();
