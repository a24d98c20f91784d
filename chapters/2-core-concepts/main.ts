import {
  type Coroutine,
  createTask,
  fromPromise,
  run,
  sleep,
} from "../../mod.ts";
import type { Answer, Goods } from "./goods.ts";

// #region read
function* read(): Coroutine<Goods> {
  const file = new URL("order.json", import.meta.url);
  const text = yield* fromPromise(Deno.readTextFile(file));
  console.log("the order is read");
  return JSON.parse(text);
}
// #endregion

// #region download
function* download(): Coroutine<Goods> {
  yield* sleep(60); // plays the network, as in chapter 1
  console.log("the prices are here");
  return { tea: 3, bread: 2 };
}
// #endregion

// #region compute
function* compute(prices: Goods, order: Goods): Coroutine<Answer> {
  const file = new URL("bill_worker.ts", import.meta.url);
  const worker = new Worker(file, { type: "module" });
  try {
    worker.postMessage([prices, order]);
    console.log("another thread computes the bill");
    return yield* fromPromise(answerOf(worker));
  } finally {
    worker.terminate();
  }
}
// #endregion

// #region main
export function* main() {
  const order = createTask(read(), { name: "order" });
  const prices = createTask(download(), { name: "prices" });
  const { bill, process } = yield* compute(yield* prices, yield* order);
  console.log(`the bill is ${bill}`);
  const where = process === Deno.pid ? "this process" : "another process";
  console.log(`it was computed in ${where}`);
}
// #endregion

function answerOf(worker: Worker): Promise<Answer> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = (event) => {
      event.preventDefault(); // we have heard of it
      reject(new Error(event.message));
    };
  });
}

if (import.meta.main) await run(main);
