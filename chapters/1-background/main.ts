import {
  type Coroutine,
  gather,
  getRunningLoop,
  run,
  sleep,
} from "../../mod.ts";

/** A number for each kind of goods: prices, or how many are ordered. */
type Goods = Readonly<Record<string, number>>;

// #region jobs
function* download() {
  yield* sleep(600); // a server far away takes its time
  console.log("  downloaded the prices");
  return { tea: 3, bread: 2 };
}

function* read() {
  yield* sleep(300); // a slow disk takes its time
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
// #endregion

// #region one-after-another
export function* oneAfterAnother() {
  const prices = yield* download();
  const order = yield* read();
  return compute(prices, order);
}
// #endregion

// #region concurrently
export function* concurrently() {
  const [prices, order] = yield* gather([download(), read()]);
  return compute(prices, order);
}
// #endregion

// #region main
function* timed(way: () => Coroutine<number>) {
  const loop = getRunningLoop();
  const begin = loop.time();
  const sum = yield* way();
  const seconds = (loop.time() - begin) / 1000;
  console.log(`  a bill of ${sum} after ${seconds.toFixed(1)} s`);
}

export function* main() {
  console.log("one after another");
  yield* timed(oneAfterAnother);
  console.log("concurrently");
  yield* timed(concurrently);
}
// #endregion

if (import.meta.main) await run(main);
