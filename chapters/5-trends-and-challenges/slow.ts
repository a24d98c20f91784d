import { type Coroutine, createTask, run, sleep } from "../../mod.ts";

export const ORDERS = 1_000_000;

// #region report
/** Works out the price of an order. */
export function priceOf(order: number): number {
  let price = order;
  for (let i = 0; i < 100; i++) price = (price * 31 + i) % 65_521;
  return price;
}

export function* report() {
  let sum = 0;
  for (let order = 0; order < ORDERS; order++) sum += priceOf(order);
  console.log(`report: ${sum}`);
}
// #endregion

// #region clock
function* clock() {
  for (let tick = 1; tick <= 3; tick++) {
    yield* sleep(1);
    console.log(`clock: tick ${tick}`);
  }
}

/** Does some work beside a clock that ticks every millisecond. */
export function* besideClock(work: Coroutine<void>) {
  const task = createTask(work, { name: "report" });
  yield* createTask(clock(), { name: "clock" });
  yield* task;
}
// #endregion

// #region main
export async function main() {
  await run(besideClock(report()), { clock: "real" });
}
// #endregion

if (import.meta.main) await main();
