/** The other thread: it gets prices and an order and says what that costs. */

import type { Answer, Goods } from "./goods.ts";

/** What a worker sees of itself. */
interface Self {
  onmessage: (message: MessageEvent<[Goods, Goods]>) => void;
  postMessage(answer: Answer): void;
}

const self = globalThis as unknown as Self;

// #region compute
self.onmessage = ({ data: [prices, order] }) => {
  let bill = 0;
  for (const [name, count] of Object.entries(order)) {
    bill += count * (prices[name] ?? 0);
  }
  self.postMessage({ bill, process: Deno.pid });
};
// #endregion
