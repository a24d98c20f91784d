import { gather, run, sleep } from "../../mod.ts";

// #region shop
function* order(customer: string, ms: number) {
  console.log(`${customer} orders`);
  yield* sleep(ms);
  if (customer === "Bo") throw new Error("out of stock");
  console.log(`${customer} is served`);
  return ms;
}

export function* main() {
  const orders = [order("Ada", 60), order("Bo", 20), order("Cy", 40)];
  const outcomes = yield* gather(orders, { returnExceptions: true });
  for (const outcome of outcomes) {
    if (outcome instanceof Error) console.log(`sorry, ${outcome.message}`);
    else console.log(`that took ${outcome} ms`);
  }
}
// #endregion

if (import.meta.main) await run(main);
