import { delay } from "@std/async";
import type { Answer, Goods } from "./goods.ts";

// #region read
async function read(): Promise<Goods> {
  const file = new URL("order.json", import.meta.url);
  const text = await Deno.readTextFile(file);
  console.log("the order is read");
  return JSON.parse(text);
}
// #endregion

// #region download
async function download(): Promise<Goods> {
  await delay(60); // plays the network, as in chapter 1
  console.log("the prices are here");
  return { tea: 3, bread: 2 };
}
// #endregion

// #region compute
function compute(prices: Goods, order: Goods): Promise<Answer> {
  const file = new URL("bill_worker.ts", import.meta.url);
  const worker = new Worker(file, { type: "module" });
  worker.postMessage([prices, order]);
  console.log("another thread computes the bill");
  return answerOf(worker).finally(() => worker.terminate());
}
// #endregion

// #region main
export async function main() {
  const order = read();
  const prices = download();
  const { bill, process } = await compute(await prices, await order);
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

if (import.meta.main) await main();
